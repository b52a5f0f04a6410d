package org.didaccess.release.bag;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.didaccess.release.engine.ReleaseColumn;

/** Short programs that read the data with the right types, to be run in the bag's folder. */
final class Loaders {

  private Loaders() {}

  /** The loaders by file name. */
  static SortedMap<String, byte[]> write(PackageDescription description) {
    return new TreeMap<>(
        Map.of(
            "loaders/load.py", bytes(python(description)),
            "loaders/load.R", bytes(r(description)),
            "loaders/load.sql", bytes(sql(description))));
  }

  private static String python(PackageDescription description) {
    StringBuilder types = new StringBuilder();
    StringBuilder dates = new StringBuilder();
    for (DescribedColumn described : description.columns()) {
      ReleaseColumn column = described.column();
      switch (column.kind()) {
        case DATE -> dates.append("    \"").append(column.name()).append("\",\n");
        default ->
            types
                .append("    \"")
                .append(column.name())
                .append("\": \"")
                .append(pandasType(column))
                .append("\",\n");
      }
    }
    return """
    # Reads all months into one data frame. Needs pandas and zstandard.
    import glob
    import pandas

    TYPES = {
    %s}
    DATES = [
    %s]

    frame = pandas.concat(
        pandas.read_csv(path, dtype=TYPES, parse_dates=DATES, compression="zstd", keep_default_na=False, na_values=[""])
        for path in sorted(glob.glob("data/*.csv.zst"))
    )
    print(len(frame), "rows")
    """
        .formatted(types, dates);
  }

  private static String pandasType(ReleaseColumn column) {
    return switch (column.kind()) {
      case INTEGER -> "Int64";
      case NUMBER -> "Float64";
      case BOOLEAN -> "boolean";
      default -> "string";
    };
  }

  private static String r(PackageDescription description) {
    StringBuilder types = new StringBuilder();
    for (DescribedColumn described : description.columns()) {
      types.append(
          switch (described.column().kind()) {
            case INTEGER -> 'i';
            case NUMBER -> 'd';
            case BOOLEAN -> 'l';
            case DATE -> 'D';
            default -> 'c';
          });
    }
    return """
    # Reads all months into one data frame. Needs the package readr and the program zstd.
    files <- sort(Sys.glob("data/*.csv.zst"))
    read_month <- function(path) {
      readr::read_csv(pipe(paste("zstd -dc", shQuote(path))), col_types = "%s", na = "")
    }
    frame <- do.call(rbind, lapply(files, read_month))
    cat(nrow(frame), "rows\\n")
    """
        .formatted(types);
  }

  private static String sql(PackageDescription description) {
    StringBuilder columns = new StringBuilder();
    for (DescribedColumn described : description.columns()) {
      columns
          .append(columns.isEmpty() ? "" : ",\n")
          .append("  \"")
          .append(described.column().name())
          .append("\" ")
          .append(sqlType(described.column()));
    }
    StringBuilder copies = new StringBuilder();
    description
        .partitions()
        .forEach(
            partition ->
                copies
                    .append("\\copy did_release FROM PROGRAM 'zstd -dc ")
                    .append(BagNames.data(partition.month()))
                    .append("' WITH (FORMAT csv, HEADER true)\n"));
    return "-- For psql: makes a table and reads all months into it. Needs the program zstd.\n"
        + "CREATE TABLE did_release (\n"
        + columns
        + "\n);\n"
        + copies;
  }

  private static String sqlType(ReleaseColumn column) {
    return switch (column.kind()) {
      case INTEGER -> "bigint";
      case NUMBER -> "numeric";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      default -> "text";
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
