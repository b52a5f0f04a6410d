package org.didaccess.release.engine;

/** How a column's value is read from the opened view and written to the recipient. */
public enum ColumnKind {
  /** A reference to a person, replaced by the agreement's token. */
  PERSON_TOKEN("string"),
  /** A reference to a record, replaced by the agreement's token. */
  RECORD_TOKEN("string"),
  /** Free or coded text. */
  TEXT("string"),
  /** A code that leaves as the words of a dictionary. */
  LABEL("string"),
  /** A whole number. */
  INTEGER("integer"),
  /** A decimal number. */
  NUMBER("number"),
  /** A day, yyyy-MM-dd. */
  DATE("date"),
  /** True or false. */
  BOOLEAN("boolean");

  private final String frictionlessType;

  ColumnKind(String frictionlessType) {
    this.frictionlessType = frictionlessType;
  }

  /** The type's name in a Frictionless table schema. */
  public String frictionlessType() {
    return frictionlessType;
  }

  /** The kind for a PostgreSQL type as the guard names it; what is not listed is text. */
  public static ColumnKind ofSqlType(String sqlType) {
    return switch (sqlType) {
      case "smallint", "integer", "bigint", "int2", "int4", "int8" -> INTEGER;
      case "numeric", "real", "double precision", "float4", "float8" -> NUMBER;
      case "date" -> DATE;
      case "boolean", "bool" -> BOOLEAN;
      default -> TEXT;
    };
  }
}
