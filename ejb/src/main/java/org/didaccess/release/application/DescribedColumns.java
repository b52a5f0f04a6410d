package org.didaccess.release.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.didaccess.catalogue.FieldView;
import org.didaccess.pseudonym.Watermark;
import org.didaccess.release.bag.DescribedColumn;
import org.didaccess.release.bag.FieldNames;
import org.didaccess.release.bag.StudyId;
import org.didaccess.release.domain.RunPlans;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.CountColumns;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.refresh.ChangeColumn;

/** Columns with what the catalogue says of their fields. */
final class DescribedColumns {

  private static final String PARTS_OF_A_TOKEN =
      " The first %d digits are the same in the copies of every recipient of the agreement; the last %d mark this recipient's copy."
          .formatted(2 * Watermark.JOIN_LENGTH, 2 * Watermark.MARK_LENGTH);

  private DescribedColumns() {}

  static List<DescribedColumn> of(List<ReleaseColumn> columns, Collection<FieldView> fields) {
    return of(columns, fields, Map.of());
  }

  /**
   * The same.
   *
   * @param bridged agreements whose tokens some columns have, by column of the opened view
   */
  static List<DescribedColumn> of(
      List<ReleaseColumn> columns,
      Collection<FieldView> fields,
      Map<String, RunPlans.BridgedAgreement> bridged) {
    Map<String, FieldView> byCode =
        fields.stream().collect(Collectors.toMap(FieldView::code, Function.identity()));
    return columns.stream()
        .map(
            column ->
                bridged.containsKey(column.source())
                    ? tokenUnder(column, bridged.get(column.source()).reference())
                    : described(column, byCode.get(FieldNames.fieldOf(column.name()))))
        .toList();
  }

  /** The person under one of the agreements that a bridge joins, by its reference. */
  static DescribedColumn tokenUnder(ReleaseColumn column, String agreement) {
    return new DescribedColumn(
        column,
        "Person token under " + agreement,
        "The token that the same person has in the data of agreement " + agreement + ".");
  }

  /** The recipient is told which part of a record token joins and which one is the mark. */
  private static String description(ReleaseColumn column, FieldView field) {
    return column.kind() == ColumnKind.RECORD_TOKEN
        ? field.description() + PARTS_OF_A_TOKEN
        : field.description();
  }

  private static DescribedColumn described(ReleaseColumn column, FieldView field) {
    if (CountColumns.isOne(column)) {
      return new DescribedColumn(column, column.name(), CountColumns.meaning(column));
    }
    if (StudyId.NAME.equals(column.name())) {
      return new DescribedColumn(column, "Study id", StudyId.MEANING);
    }
    if (ChangeColumn.isIt(column)) {
      return new DescribedColumn(column, column.name(), ChangeColumn.MEANING);
    }
    return field == null
        ? new DescribedColumn(column, column.name(), "")
        : new DescribedColumn(column, field.label(), description(column, field));
  }
}
