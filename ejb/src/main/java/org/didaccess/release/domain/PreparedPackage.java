package org.didaccess.release.domain;

import java.util.List;
import org.didaccess.release.ColumnFigures;
import org.didaccess.release.HandledObjections;
import org.didaccess.release.RefreshFigures;

/**
 * A written package.
 *
 * @param rows rows in it
 * @param bytes its size
 * @param sha256 SHA-256 of the encrypted file, lower-case hex
 * @param disclosure how well people are hidden in it
 * @param objections what became of patients' objections; null for what was prepared before they
 *     were kept
 * @param source what the source held in its months; empty for counts
 * @param columns how its columns are filled
 * @param wrappedSample some of its rows as CSV, wrapped by the master key and in Base64; null once
 *     it was decided whether they leave
 * @param refresh what it means to whoever holds the refresh before; null where it is none
 */
public record PreparedPackage(
    long rows,
    long bytes,
    String sha256,
    Disclosure disclosure,
    HandledObjections objections,
    List<SourceMonth> source,
    List<ColumnFigures> columns,
    String wrappedSample,
    RefreshFigures refresh) {

  /** Keeps its own copy of the columns. */
  public PreparedPackage {
    source = List.copyOf(source);
    columns = List.copyOf(columns);
  }
}
