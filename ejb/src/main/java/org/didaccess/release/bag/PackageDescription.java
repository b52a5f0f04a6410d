package org.didaccess.release.bag;

import java.util.List;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.engine.CountColumns;
import org.didaccess.release.engine.WrittenPartition;

/**
 * What stands in a package besides the proof.
 *
 * @param reference the release's reference, also the name of the bag's folder
 * @param title the data set's title
 * @param agreementReference the agreement under which it leaves; null where the rows are invented
 * @param productVersion version of this product
 * @param format the form of the data files
 * @param columns what leaves, in order
 * @param partitions the finished months
 * @param refreshed of which row of refreshes it is one; null where of none
 */
public record PackageDescription(
    String reference,
    String title,
    String agreementReference,
    String productVersion,
    ExtractFormat format,
    List<DescribedColumn> columns,
    List<WrittenPartition> partitions,
    Refreshed refreshed) {

  /** The reference becomes a folder's name: letters, digits, dot and hyphen alone. */
  public PackageDescription {
    if (!BagPath.isFolder(reference)) {
      throw new IllegalArgumentException("Not a release reference: " + reference);
    }
    columns = List.copyOf(columns);
    partitions = List.copyOf(partitions);
  }

  /** Of a package that is no refresh. */
  public PackageDescription(
      String reference,
      String title,
      String agreementReference,
      String productVersion,
      ExtractFormat format,
      List<DescribedColumn> columns,
      List<WrittenPartition> partitions) {
    this(reference, title, agreementReference, productVersion, format, columns, partitions, null);
  }

  /** Files of data beside those of the months. */
  List<WrittenFile> moreFiles() {
    return refreshed == null || refreshed.moved() == null ? List.of() : List.of(refreshed.moved());
  }

  /** Whether the rows are invented. */
  public boolean synthetic() {
    return agreementReference == null;
  }

  /** Whether each row is a count, and all of them stand in one file. */
  boolean isOfCounts() {
    return columns.stream().anyMatch(described -> CountColumns.isOne(described.column()));
  }

  /** Whether each row is a person under two agreements. */
  private boolean isBridge() {
    return columns.stream()
        .anyMatch(
            described ->
                FieldNames.BRIDGED.contains(FieldNames.fieldOf(described.column().name())));
  }

  /** What a row is, and how the rows are spread over files, in a sentence each. */
  String form() {
    if (isBridge()) {
      return "One row is one person who is in the data of both agreements, with their token under each."
          + " One file for the whole period, named after its first month: ";
    }
    return isOfCounts()
        ? "One row is a count of imaging examinations. An empty field other than these two means that"
            + " the value is not known, or that the row is a total over the field: "
            + CountColumns.EVENTS
            + ", "
            + CountColumns.TOTAL_OF
            + ". One file for the whole period, named after its first month: "
        : "One row is one imaging examination. An empty field means that the value is not known. One file"
            + " a month: ";
  }

  /** For whom a token stands, and what it links to. */
  String tokens() {
    return isBridge()
        ? "Each token stands for a person under the agreement that its column names. This file joins the"
            + " tokens of these two agreements: with it, their files can be linked to each other, and to"
            + " no other agreement's."
        : "Tokens stand for people and records under this agreement alone: they cannot be linked to"
            + " another agreement's files.";
  }

  /** Where the rows come from, in a sentence or two. */
  String provenance() {
    return synthetic()
        ? "SYNTHETIC: these rows are invented and about nobody. They have the columns and form of the"
            + " extract that was asked for, so that programs can be tried; nothing can be learnt from"
            + " them. Its filters are not applied."
        : "Released under agreement "
            + agreementReference
            + "."
            + (refreshed == null ? "" : refreshed.sentence());
  }

  /** The name of a month's file in the bag. */
  String dataFile(WrittenPartition partition) {
    return BagNames.data(partition.month(), format);
  }

  /** All rows. */
  public long rows() {
    return partitions.stream().mapToLong(WrittenPartition::rows).sum();
  }
}
