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
  /** A whole number of few digits. */
  INTEGER("integer"),
  /**
   * A whole number of up to 18 digits, as a SNOMED CT code: whatever reads it as a floating-point
   * number changes it.
   */
  LARGE_INTEGER("integer"),
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

  /** Whether its values are whole numbers. */
  public boolean isWhole() {
    return this == INTEGER || this == LARGE_INTEGER;
  }

  /** The kind for a PostgreSQL type as the guard names it; what is not listed is text. */
  public static ColumnKind ofSqlType(String sqlType) {
    return switch (sqlType) {
      case "smallint", "integer", "int2", "int4" -> INTEGER;
      case "bigint", "int8" -> LARGE_INTEGER;
      case "numeric", "real", "double precision", "float4", "float8" -> NUMBER;
      case "date" -> DATE;
      case "boolean", "bool" -> BOOLEAN;
      default -> TEXT;
    };
  }
}
