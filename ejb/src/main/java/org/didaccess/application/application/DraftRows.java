package org.didaccess.application.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.didaccess.application.domain.ApplicationRepository;
import org.didaccess.application.domain.DataAccessApplication;
import org.didaccess.application.domain.Selection;
import org.didaccess.application.domain.SelectionRecord;
import org.didaccess.application.domain.SelectionRules;
import org.didaccess.catalogue.CatalogueUseCases;
import org.didaccess.catalogue.DataSetView;
import org.didaccess.shared.Ids;

/** Gives a draft the rows of a selection that it may still change. */
@ApplicationScoped
public class DraftRows {

  private final ApplicationRepository applications;
  private final CatalogueUseCases catalogue;
  private final Clock clock;

  /** For the container's proxy. */
  protected DraftRows() {
    this(null, null, null);
  }

  /** With the repository and the catalogue. */
  @Inject
  public DraftRows(ApplicationRepository applications, CatalogueUseCases catalogue, Clock clock) {
    this.applications = applications;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** Rows for a new draft: the first data set, all of its period, nothing chosen. */
  public SelectionRecord fresh() {
    DataSetView dataSet = catalogue.dataSet(catalogue.dataSets().get(0).code());
    LocalDate lastMonth = LocalDate.now(clock).withDayOfMonth(1).minusDays(1);
    Selection nothing =
        new Selection(
            dataSet.code(),
            dataSet.version(),
            "row-level",
            "sde",
            "none",
            "once",
            dataSet.coverageFrom(),
            lastMonth,
            Set.of(),
            Set.of(),
            Set.of());
    SelectionRecord rows = new SelectionRecord(Ids.next(), nothing);
    applications.add(rows);
    return rows;
  }

  /**
   * Changes the draft's selection; what was submitted stays, and the draft gets rows of its own.
   */
  public void change(DataAccessApplication application, Selection content) {
    catalogueRules(content).check(content);
    SelectionRecord rows = applications.selection(application.selection());
    application.selectionChanged(clock.instant());
    if (rows.frozen()) {
      SelectionRecord own = new SelectionRecord(Ids.next(), content);
      applications.add(own);
      application.continueWith(own.id());
    } else {
      rows.change(content);
    }
  }

  private SelectionRules catalogueRules(Selection content) {
    return new SelectionRules(
        catalogue.fields(content.dataSet(), content.dataSetVersion()),
        catalogue.filters(content.dataSet(), content.dataSetVersion()),
        catalogue.dataSet(content.dataSet()).coverageFrom());
  }
}
