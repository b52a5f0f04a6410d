package org.didaccess.release.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.didaccess.release.RefreshFigures;

/** What was written for an extract, as it keeps it. */
@Embeddable
public class StoredPackage {

  @Column(name = "row_count")
  private Long rows;

  @Column(name = "package_bytes")
  private Long bytes;

  @Column(name = "package_sha256")
  private String sha256;

  @Column(name = "smallest_group")
  private Long smallestGroup;

  @Column(name = "small_groups")
  private Long smallGroups;

  @Column(name = "quasi_identifiers")
  private String quasiIdentifiers;

  @Embedded private StoredObjections objections;

  @Column(name = "source_months")
  private String sourceMonths;

  @Column(name = "column_figures")
  private String columnFigures;

  private String sample;

  /** For the persistence provider. */
  protected StoredPackage() {}

  StoredPackage(PreparedPackage written) {
    rows = written.rows();
    bytes = written.bytes();
    sha256 = written.sha256();
    smallestGroup = written.disclosure().smallestGroup();
    smallGroups = written.disclosure().smallGroups();
    quasiIdentifiers = String.join(" ", written.disclosure().quasiIdentifiers());
    objections = new StoredObjections(written.objections());
    sourceMonths = FigureLines.ofMonths(written.source());
    columnFigures = FigureLines.ofColumns(written.columns());
    sample = written.wrappedSample();
  }

  void forgetSample() {
    sample = null;
  }

  long rows() {
    return rows;
  }

  /**
   * What was written.
   *
   * @param refresh what it means to whoever holds the refresh before; null where it is none
   */
  PreparedPackage prepared(RefreshFigures refresh) {
    return new PreparedPackage(
        rows,
        bytes,
        sha256,
        Disclosure.of(quasiIdentifiers, smallestGroup, smallGroups),
        objections == null ? null : objections.handled(),
        FigureLines.months(sourceMonths),
        FigureLines.columns(columnFigures),
        sample,
        refresh);
  }
}
