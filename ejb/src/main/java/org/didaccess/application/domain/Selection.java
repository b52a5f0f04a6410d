package org.didaccess.application.domain;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.didaccess.application.FilterChoice;

/**
 * What is asked for, as a value.
 *
 * @param dataSet the data set's code
 * @param dataSetVersion its version
 * @param level {@code row-level} or {@code aggregate}
 * @param accessMethod {@code extract} or {@code sde}
 * @param linkage {@code none}, {@code pseudonymised}, or {@code bridge:ONE+OTHER} of two agreements
 * @param refresh {@code once} or {@code monthly}
 * @param periodFrom first day
 * @param periodTo last day
 * @param fields codes of the fields
 * @param filters chosen filter values
 * @param recipients organisations that receive the data
 */
public record Selection(
    String dataSet,
    String dataSetVersion,
    String level,
    String accessMethod,
    String linkage,
    String refresh,
    LocalDate periodFrom,
    LocalDate periodTo,
    Set<String> fields,
    Set<FilterChoice> filters,
    Set<UUID> recipients) {

  /** Keeps its own copies of the sets. */
  public Selection {
    fields = Set.copyOf(fields);
    filters = Set.copyOf(filters);
    recipients = Set.copyOf(recipients);
  }

  /** The same selection with other fields. */
  public Selection withFields(Set<String> others) {
    return new Selection(
        dataSet,
        dataSetVersion,
        level,
        accessMethod,
        linkage,
        refresh,
        periodFrom,
        periodTo,
        others,
        filters,
        recipients);
  }

  /** The same selection for other recipients. */
  public Selection withRecipients(Set<UUID> others) {
    return new Selection(
        dataSet,
        dataSetVersion,
        level,
        accessMethod,
        linkage,
        refresh,
        periodFrom,
        periodTo,
        fields,
        filters,
        others);
  }
}
