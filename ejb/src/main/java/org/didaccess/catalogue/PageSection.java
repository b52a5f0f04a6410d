package org.didaccess.catalogue;

import java.util.List;

/**
 * A part of a data set's page.
 *
 * @param heading the heading, which is the part's first line
 * @param lines the lines below it, in order
 */
public record PageSection(String heading, List<PageLine> lines) {

  /** Keeps its own copy of the lines. */
  public PageSection {
    lines = List.copyOf(lines);
  }
}
