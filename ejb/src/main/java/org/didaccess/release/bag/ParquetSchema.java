package org.didaccess.release.bag;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DateType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.ReleaseColumn;

/** A release's columns as Parquet has them: optional and typed. */
final class ParquetSchema {

  private static final String NAME = "did_release";

  private final List<TypedColumn> columns;

  ParquetSchema(List<ReleaseColumn> released) {
    columns = released.stream().map(TypedColumn::new).toList();
  }

  List<TypedColumn> columns() {
    return columns;
  }

  /** The schema as the footer has it. */
  List<SchemaElement> elements() {
    List<SchemaElement> elements = new ArrayList<>();
    elements.add(new SchemaElement(NAME).setNum_children(columns.size()));
    columns.forEach(column -> elements.add(column.element()));
    return elements;
  }

  /** One column. */
  record TypedColumn(ReleaseColumn column) {

    /** Tokens hardly repeat within a group of rows; of truth values there are only two. */
    private static final Set<ColumnKind> WITHOUT_DICTIONARY =
        EnumSet.of(ColumnKind.RECORD_TOKEN, ColumnKind.PERSON_TOKEN, ColumnKind.BOOLEAN);

    String name() {
      return column.name();
    }

    boolean mayHaveDictionary() {
      return !WITHOUT_DICTIONARY.contains(column.kind());
    }

    Type type() {
      return switch (column.kind()) {
        case INTEGER, LARGE_INTEGER -> Type.INT64;
        case NUMBER -> Type.DOUBLE;
        case DATE -> Type.INT32;
        case BOOLEAN -> Type.BOOLEAN;
        case PERSON_TOKEN, RECORD_TOKEN, TEXT, LABEL -> Type.BYTE_ARRAY;
      };
    }

    private SchemaElement element() {
      SchemaElement element =
          new SchemaElement(name())
              .setType(type())
              .setRepetition_type(FieldRepetitionType.OPTIONAL);
      return switch (type()) {
        case BYTE_ARRAY ->
            element
                .setConverted_type(ConvertedType.UTF8)
                .setLogicalType(LogicalType.STRING(new StringType()));
        case INT32 ->
            element
                .setConverted_type(ConvertedType.DATE)
                .setLogicalType(LogicalType.DATE(new DateType()));
        default -> element;
      };
    }
  }
}
