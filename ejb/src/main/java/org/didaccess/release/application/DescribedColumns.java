package org.didaccess.release.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.didaccess.catalogue.FieldView;
import org.didaccess.release.bag.DescribedColumn;
import org.didaccess.release.bag.FieldNames;
import org.didaccess.release.engine.ReleaseColumn;

/** Columns with what the catalogue says of their fields. */
final class DescribedColumns {

  private DescribedColumns() {}

  static List<DescribedColumn> of(List<ReleaseColumn> columns, Collection<FieldView> fields) {
    Map<String, FieldView> byCode =
        fields.stream().collect(Collectors.toMap(FieldView::code, Function.identity()));
    return columns.stream()
        .map(column -> described(column, byCode.get(FieldNames.fieldOf(column.name()))))
        .toList();
  }

  private static DescribedColumn described(ReleaseColumn column, FieldView field) {
    return field == null
        ? new DescribedColumn(column, column.name(), "")
        : new DescribedColumn(column, field.label(), field.description());
  }
}
