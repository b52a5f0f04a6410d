package org.didaccess.release.bag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DateType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.ReleaseColumn;

/** A release's columns as Parquet has them: optional, typed, with dictionaries where they help. */
final class ParquetSchema {

  private static final String NAME = "did_release";
  private static final Set<ColumnKind> TOKENS =
      EnumSet.of(ColumnKind.RECORD_TOKEN, ColumnKind.PERSON_TOKEN);
  private static final int PAGE_BYTES = 1 << 20;

  private final List<TypedColumn> columns;
  private final MessageType message;
  private final ParquetProperties properties;

  ParquetSchema(List<ReleaseColumn> released) {
    columns = released.stream().map(TypedColumn::new).toList();
    message =
        new MessageType(
            NAME,
            columns.stream()
                .<org.apache.parquet.schema.Type>map(TypedColumn::primitiveType)
                .toList());
    ParquetProperties.Builder builder =
        ParquetProperties.builder()
            .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0)
            .withPageSize(PAGE_BYTES)
            .withDictionaryPageSize(PAGE_BYTES)
            .withStatisticsEnabled(false)
            .withSizeStatisticsEnabled(false);
    // Tokens hardly repeat within a group of rows: a dictionary of them would be given up half-way.
    released.stream()
        .filter(column -> TOKENS.contains(column.kind()))
        .forEach(column -> builder.withDictionaryEncoding(column.name(), false));
    properties = builder.build();
  }

  List<TypedColumn> columns() {
    return columns;
  }

  MessageType message() {
    return message;
  }

  ParquetProperties properties() {
    return properties;
  }

  /** The schema as the footer has it. */
  List<SchemaElement> elements() {
    List<SchemaElement> elements = new ArrayList<>();
    elements.add(new SchemaElement(NAME).setNum_children(columns.size()));
    columns.forEach(column -> elements.add(column.element()));
    return elements;
  }

  /** One column. */
  static final class TypedColumn {

    private final ReleaseColumn column;

    private TypedColumn(ReleaseColumn column) {
      this.column = column;
    }

    void write(CsvFields fields, ColumnWriter writer) throws IOException {
      switch (column.kind()) {
        case INTEGER -> writer.write(fields.wholeNumber(), 0, 1);
        case NUMBER -> writer.write(Double.parseDouble(text(fields)), 0, 1);
        case DATE -> writer.write(fields.epochDay(), 0, 1);
        case BOOLEAN -> writer.write(fields.source()[fields.from()] == 't', 0, 1);
        default ->
            writer.write(
                Binary.fromReusedByteArray(
                    fields.source(), fields.from(), fields.to() - fields.from()),
                0,
                1);
      }
    }

    Type type() {
      return switch (column.kind()) {
        case INTEGER -> Type.INT64;
        case NUMBER -> Type.DOUBLE;
        case DATE -> Type.INT32;
        case BOOLEAN -> Type.BOOLEAN;
        default -> Type.BYTE_ARRAY;
      };
    }

    private PrimitiveType primitiveType() {
      return switch (column.kind()) {
        case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
        case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
        case DATE ->
            Types.optional(PrimitiveTypeName.INT32)
                .as(LogicalTypeAnnotation.dateType())
                .named(column.name());
        case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
        default ->
            Types.optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(column.name());
      };
    }

    private SchemaElement element() {
      SchemaElement element =
          new SchemaElement(column.name())
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

    private static String text(CsvFields fields) {
      return new String(
          fields.source(), fields.from(), fields.to() - fields.from(), StandardCharsets.US_ASCII);
    }
  }
}
