package org.didaccess.release.bag;

import java.util.stream.Collectors;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.WrittenPartition;

/** Reads the data into a table: text with psql, Parquet with DuckDB. */
final class SqlLoader {

  private static final String PARQUET =
      """
      -- For DuckDB: makes a table of all months.
      CREATE TABLE did_release AS SELECT * FROM read_parquet('data/*.parquet');
      """;

  private SqlLoader() {}

  static String write(PackageDescription description) {
    return description.format().isText() ? text(description) : PARQUET;
  }

  private static String text(PackageDescription description) {
    String columns =
        description.columns().stream()
            .map(DescribedColumn::column)
            .map(column -> "  \"" + column.name() + "\" " + sqlType(column))
            .collect(Collectors.joining(",\n"));
    String copies =
        description.partitions().stream()
            .map(partition -> copy(description, partition))
            .collect(Collectors.joining());
    return "-- For psql: makes a table and reads all months into it."
        + needs(description)
        + "\nCREATE TABLE did_release (\n"
        + columns
        + "\n);\n"
        + copies;
  }

  private static String copy(PackageDescription description, WrittenPartition partition) {
    String file = description.dataFile(partition);
    String source =
        switch (description.format()) {
          case CSV_ZSTD -> "PROGRAM 'zstd -dc " + file + "'";
          case CSV_GZIP -> "PROGRAM 'gzip -dc " + file + "'";
          default -> "'" + file + "'";
        };
    return "\\copy did_release FROM " + source + " WITH (FORMAT csv, HEADER true)\n";
  }

  private static String needs(PackageDescription description) {
    return switch (description.format()) {
      case CSV_ZSTD -> " Needs the program zstd.";
      case CSV_GZIP -> " Needs the program gzip.";
      default -> "";
    };
  }

  private static String sqlType(ReleaseColumn column) {
    return switch (column.kind()) {
      case INTEGER, LARGE_INTEGER -> "bigint";
      case NUMBER -> "numeric";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      default -> "text";
    };
  }
}
