package org.didaccess.source;

import java.util.List;

/**
 * What an import took.
 *
 * @param version the new version, which counts from now on
 * @param lists the lists that it took; the others stay as they were in the version before
 */
public record ImportedReference(String version, List<ImportedList> lists) {

  /** Keeps its own copy. */
  public ImportedReference {
    lists = List.copyOf(lists);
  }

  /**
   * One list.
   *
   * @param name what it is about
   * @param lines how many lines it has, one for each span of a code
   */
  public record ImportedList(String name, long lines) {}
}
