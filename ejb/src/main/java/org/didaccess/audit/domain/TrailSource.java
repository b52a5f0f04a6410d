package org.didaccess.audit.domain;

import java.util.List;

/** Where the rows of the tree come from. */
public interface TrailSource {

  /** Gives all committed rows their places and returns the size of the tree. */
  long sequence();

  /** The hashes of at most {@code max} rows from a place on, in order. */
  List<byte[]> leaves(long from, int max);

  /** At most {@code max} rows from a place on, as lines of the export. */
  List<String> lines(long from, int max);
}
