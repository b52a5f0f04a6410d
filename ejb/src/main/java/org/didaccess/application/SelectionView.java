package org.didaccess.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.didaccess.catalogue.FieldView;
import org.didaccess.identity.OrganisationView;

/**
 * What is asked for.
 *
 * @param id the selection
 * @param dataSet the data set's code, or null while undecided
 * @param dataSetTitle its title, or null
 * @param dataSetVersion its version, or null
 * @param periodFrom first day, or null
 * @param periodTo last day, or null
 * @param level {@code row-level} or {@code aggregate}
 * @param accessMethod {@code extract} or {@code sde}
 * @param linkage {@code none}, {@code pseudonymised}, or a {@link Bridge}
 * @param refresh {@code once} or {@code monthly}
 * @param fields the chosen fields, in the catalogue's order
 * @param filters the chosen filter values, with labels
 * @param recipients organisations that receive the data
 * @param digest SHA-256 of its canonical form as 64 hexadecimal digits, or null while incomplete
 */
public record SelectionView(
    UUID id,
    String dataSet,
    String dataSetTitle,
    String dataSetVersion,
    LocalDate periodFrom,
    LocalDate periodTo,
    String level,
    String accessMethod,
    String linkage,
    String refresh,
    List<FieldView> fields,
    List<ChosenFilter> filters,
    List<OrganisationView> recipients,
    String digest) {

  /** Keeps its own copies of the lists. */
  public SelectionView {
    fields = List.copyOf(fields);
    filters = List.copyOf(filters);
    recipients = List.copyOf(recipients);
  }

  /** The linkage in words. */
  public String linkageInWords() {
    return Bridge.in(linkage).map(Bridge::inWords).orElse(linkage);
  }

  /** Whether counts are asked for, and no rows. */
  public boolean asksForCounts() {
    return "aggregate".equals(level);
  }

  /** Whether only people of the recipient's own list are asked for. */
  public boolean isOfCohort() {
    return hasFilter("cohort", "own");
  }

  /** Whether a field was chosen. */
  public boolean hasField(String code) {
    return fields.stream().anyMatch(field -> field.code().equals(code));
  }

  /** Whether a filter value was chosen. */
  public boolean hasFilter(String kind, String value) {
    return filters.stream().anyMatch(f -> f.kind().equals(kind) && f.value().equals(value));
  }

  /**
   * A chosen filter value.
   *
   * @param kind the filter
   * @param kindLabel its name for people
   * @param value the value
   * @param label its name for people
   */
  public record ChosenFilter(String kind, String kindLabel, String value, String label) {}
}
