package org.didaccess.application.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.didaccess.application.FilterChoice;
import org.didaccess.application.SelectionView;
import org.didaccess.application.SelectionView.ChosenFilter;
import org.didaccess.application.domain.Selection;
import org.didaccess.application.domain.SelectionDigest;
import org.didaccess.catalogue.CatalogueUseCases;
import org.didaccess.catalogue.DataSetSummary;
import org.didaccess.catalogue.FilterValueView;
import org.didaccess.catalogue.FilterView;
import org.didaccess.identity.Directory;
import org.didaccess.identity.OrganisationView;

/** Shows selections with the catalogue's names. */
@ApplicationScoped
public class SelectionViews {

  private final CatalogueUseCases catalogue;
  private final Directory directory;

  /** For the container's proxy. */
  protected SelectionViews() {
    this(null, null);
  }

  /** With the catalogue and the directory. */
  @Inject
  public SelectionViews(CatalogueUseCases catalogue, Directory directory) {
    this.catalogue = catalogue;
    this.directory = directory;
  }

  /** The view of a selection. */
  public SelectionView view(UUID id, Selection selection) {
    Map<UUID, OrganisationView> organisations = directory.organisations(selection.recipients());
    return new SelectionView(
        id,
        selection.dataSet(),
        title(selection.dataSet()),
        selection.dataSetVersion(),
        selection.periodFrom(),
        selection.periodTo(),
        selection.level(),
        selection.accessMethod(),
        selection.linkage(),
        selection.refresh(),
        catalogue.fields(selection.dataSet(), selection.dataSetVersion()).stream()
            .filter(field -> selection.fields().contains(field.code()))
            .toList(),
        filters(selection),
        organisations.values().stream()
            .sorted(Comparator.comparing(OrganisationView::name))
            .toList(),
        SelectionDigest.of(selection));
  }

  private String title(String dataSet) {
    return catalogue.dataSets().stream()
        .filter(summary -> summary.code().equals(dataSet))
        .map(DataSetSummary::title)
        .findFirst()
        .orElse(dataSet);
  }

  private List<ChosenFilter> filters(Selection selection) {
    List<ChosenFilter> chosen = new ArrayList<>();
    for (FilterView filter : catalogue.filters(selection.dataSet(), selection.dataSetVersion())) {
      selection.filters().stream()
          .filter(choice -> choice.kind().equals(filter.kind()))
          .map(FilterChoice::value)
          .sorted(
              Comparator.comparing((String value) -> placeOf(filter, value))
                  .thenComparing(value -> value))
          .forEach(
              value ->
                  chosen.add(
                      new ChosenFilter(
                          filter.kind(), filter.label(), value, filter.labelOf(value))));
    }
    return chosen;
  }

  /**
   * Listed values stand in the catalogue's order; typed ones have no place and stand by their code.
   */
  private static int placeOf(FilterView filter, String value) {
    return filter.values().stream().map(FilterValueView::value).toList().indexOf(value);
  }
}
