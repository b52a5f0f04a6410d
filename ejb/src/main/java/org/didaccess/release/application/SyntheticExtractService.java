package org.didaccess.release.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.didaccess.application.ApplicationUseCases;
import org.didaccess.application.ApplicationView;
import org.didaccess.application.SelectionView;
import org.didaccess.catalogue.FieldView;
import org.didaccess.identity.Roles;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.SyntheticExtract;
import org.didaccess.release.SyntheticExtractUseCases;
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
    List<ReleaseColumn> columns =
        fieldColumns.columns(
            selection.dataSet(),
            selection.dataSetVersion(),
            fields.stream().map(FieldView::code).toList());
    return new SyntheticPackage(view.reference(), selection.dataSetTitle(), format)
        .of(DescribedColumns.of(columns, fields), events, clock);
  }
}
