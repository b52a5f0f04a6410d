package org.didaccess.release.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.application.ApplicationUseCases;
import org.didaccess.application.ApplicationView;
import org.didaccess.application.Bridge;
import org.didaccess.application.SelectionView;
import org.didaccess.catalogue.FieldView;
import org.didaccess.identity.Roles;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.SyntheticExtract;
import org.didaccess.release.SyntheticExtractUseCases;
import org.didaccess.release.bag.DescribedColumn;
import org.didaccess.release.domain.DisclosureRule;
import org.didaccess.release.domain.DisclosureRules;
import org.didaccess.release.domain.FieldColumns;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.shared.InvalidInput;
import org.didaccess.source.InventedEvents;

/** Invented extracts for whoever may see an application. */
@Stateless
@RolesAllowed(Roles.ANYBODY_SIGNED_IN)
public class SyntheticExtractService implements SyntheticExtractUseCases {

  @Inject private ApplicationUseCases applications;
  @Inject private InventedEvents events;
  @Inject private FieldColumns fieldColumns;
  @Inject private DisclosureRules disclosureRules;
  @Inject private Clock clock;

  @Override
  public SyntheticExtract make(UUID application, ExtractFormat format) {
    ApplicationView view = applications.draft(application);
    SelectionView selection = view.selection();
    List<FieldView> fields = selection == null ? List.of() : selection.fields();
    if (fields.isEmpty()) {
      throw new InvalidInput(
          "fields", "Choose at least one field before you ask for invented rows.");
    }
    return new SyntheticPackage(view.reference(), selection.dataSetTitle(), format)
        .of(table(selection), LocalDate.now(clock));
  }

  private InventedTable table(SelectionView selection) {
    InventedMonths months = InventedMonths.from(events, clock);
    Optional<Bridge> bridge = Bridge.in(selection.linkage());
    if (bridge.isPresent()) {
      return InventedTable.ofBridge(bridge.get(), months);
    }
    List<ReleaseColumn> columns =
        fieldColumns.columns(
            selection.dataSet(),
            selection.dataSetVersion(),
            selection.fields().stream().map(FieldView::code).toList());
    List<DescribedColumn> described = DescribedColumns.of(columns, selection.fields());
    if (selection.asksForCounts()) {
      DisclosureRule rule = disclosureRules.of(selection.accessMethod());
      return InventedTable.ofCounts(described, new InventedCounts(columns, rule, months), months);
    }
    return selection.isOfCohort()
        ? InventedTable.ofCohort(described, months)
        : InventedTable.ofRows(described, months);
  }
}
