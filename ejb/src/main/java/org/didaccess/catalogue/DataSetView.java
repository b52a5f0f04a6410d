package org.didaccess.catalogue;

import java.time.LocalDate;
import java.util.List;

/**
 * A data set's page.
 *
 * @param code its code
 * @param title its title
 * @param version the version that can be asked for
 * @param coverageFrom the first day that the data covers
 * @param sections the page, every line of it in order
 * @param slots who decides about it today
 */
public record DataSetView(
    String code,
    String title,
    String version,
    LocalDate coverageFrom,
    List<PageSection> sections,
    List<SlotView> slots) {

  /** Keeps its own copies of the lists. */
  public DataSetView {
    sections = List.copyOf(sections);
    slots = List.copyOf(slots);
  }
}
