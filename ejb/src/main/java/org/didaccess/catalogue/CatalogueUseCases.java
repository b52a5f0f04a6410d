package org.didaccess.catalogue;

import java.util.List;
import java.util.UUID;
import org.didaccess.shared.NotFound;

/** Reading the catalogue, and recording what becomes of controllers. */
public interface CatalogueUseCases {

  /** The data sets on offer, by title. */
  List<DataSetSummary> dataSets();

  /**
   * One data set's page, every line of it in order.
   *
   * @throws NotFound where there is none
   */
  DataSetView dataSet(String code);

  /**
   * The fields of a version in the catalogue's order, those that are never released included.
   *
   * @throws NotFound where there is no such version
   */
  List<FieldView> fields(String dataSet, String version);

  /** The filters of a version, each with its values in the catalogue's order. */
  List<FilterView> filters(String dataSet, String version);

  /** The values of one filter, such as {@code modality}; empty where there is no such filter. */
  List<FilterValueView> filterValues(String dataSet, String version, String kind);

  /** Today's controllers' slots of a data set. */
  List<SlotView> slots(String dataSet);

  /** Records who holds a dissolved controller's slot from a date, with evidence (officer). */
  void recordSuccession(RecordSuccession command);

  /** Records that an organisation was dissolved (officer). */
  void recordOrganisationEnd(RecordOrganisationEnd command);

  /** Records that an organisation controls a data set, from a date (administrator). */
  UUID recordControllership(RecordControllership command);
}
