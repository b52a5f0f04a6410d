package org.didaccess.release.bag;

import org.didaccess.release.RefreshContent;

/**
 * That a package is one of a row of refreshes.
 *
 * @param content all rows, or changes
 * @param base reference of the refresh that it follows on; null where it stands alone
 * @param moved the list of person tokens that took the place of others; null where it stands alone
 */
public record Refreshed(RefreshContent content, String base, WrittenFile moved) {

  /** What to do with it, in a sentence or two for the recipient. */
  String sentence() {
    if (base == null) {
      return " The first of a row of refreshes, or one in the place of all before it.";
    }
    String rows =
        content == RefreshContent.CHANGES
            ? " These are changes since release "
                + base
                + ": take out what was removed or changed first, by record token, then add what was"
                + " added or changed."
            : " It takes the place of release " + base + ".";
    return rows
        + " Person tokens that took the place of others since then stand in "
        + moved.name()
        + ".";
  }
}
