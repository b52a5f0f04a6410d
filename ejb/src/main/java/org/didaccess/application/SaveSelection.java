package org.didaccess.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Saves what is asked for. Fields and filters replace what was chosen; anything else that is null
 * stays as it was.
 *
 * @param application the application
 * @param expectedVersion the version that the caller last saw
 * @param dataSet the data set's code
 * @param dataSetVersion its version
 * @param periodFrom first day of the period
 * @param periodTo last day of the period
 * @param level {@code row-level} or {@code aggregate}
 * @param accessMethod {@code extract} or {@code sde}
 * @param linkage {@code none}, {@code pseudonymised}, or {@code bridge:ONE+OTHER} of two agreements
 * @param refresh {@code once} or {@code monthly}
 * @param fields codes of the fields
 * @param filters chosen filter values
 */
public record SaveSelection(
    UUID application,
    long expectedVersion,
    String dataSet,
    String dataSetVersion,
    LocalDate periodFrom,
    LocalDate periodTo,
    String level,
    String accessMethod,
    String linkage,
    String refresh,
    List<String> fields,
    List<FilterChoice> filters) {

  /** Keeps its own copies of the lists. */
  public SaveSelection {
    fields = fields == null ? List.of() : List.copyOf(fields);
    filters = filters == null ? List.of() : List.copyOf(filters);
  }
}
