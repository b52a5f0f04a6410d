package org.didaccess.api.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.didaccess.application.FilterChoice;
import org.didaccess.application.SaveSelection;

/**
 * A selection as it is sent; lists that are left out are empty.
 *
 * @param dataSet the data set's code
 * @param dataSetVersion its version
 * @param periodFrom first day, or null while undecided
 * @param periodTo last day, or null while undecided
 * @param level {@code row-level} or {@code aggregate}
 * @param accessMethod {@code extract} or {@code sde}
 * @param linkage {@code none}, {@code pseudonymised}, or {@code bridge:ONE+OTHER} of two agreements
 * @param refresh {@code once} or {@code monthly}
 * @param fields codes of the fields
 * @param filters chosen filter values
 */
public record ChosenSelection(
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

  SaveSelection command(UUID application, long expectedVersion) {
    return new SaveSelection(
        application,
        expectedVersion,
        dataSet,
        dataSetVersion,
        periodFrom,
        periodTo,
        level,
        accessMethod,
        linkage,
        refresh,
        Objects.requireNonNullElse(fields, List.of()),
        Objects.requireNonNullElse(filters, List.of()));
  }
}
