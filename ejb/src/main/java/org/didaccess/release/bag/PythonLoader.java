package org.didaccess.release.bag;

import org.didaccess.release.ExtractFormat;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.ReleaseColumn;

/** Reads the data with pandas. */
final class PythonLoader {

  private PythonLoader() {}

  static String write(PackageDescription description) {
    return description.format().isText() ? text(description) : PARQUET;
  }

  private static final String PARQUET =
      """
      # Reads all months into one data frame. Needs pandas 2 or later and pyarrow.
      # Types that have a place for an empty field: otherwise whole numbers beside one become inexact.
      import glob
      import pandas

      frame = pandas.concat(
          pandas.read_parquet(path, dtype_backend="numpy_nullable")
          for path in sorted(glob.glob("data/[0-9]*.parquet"))
      )
      print(len(frame), "rows")
      """;

  private static String text(PackageDescription description) {
    StringBuilder types = new StringBuilder();
    StringBuilder dates = new StringBuilder();
    for (DescribedColumn described : description.columns()) {
      ReleaseColumn column = described.column();
      String name = "    \"" + column.name() + "\"";
      if (column.kind() == ColumnKind.DATE) {
        dates.append(name).append(",\n");
      } else {
        types.append(name).append(": \"").append(pandasType(column)).append("\",\n");
      }
    }
    return """
    # Reads all months into one data frame. Needs %s.
    import glob
    import pandas

    TYPES = {
    %s}
    DATES = [
    %s]

    frame = pandas.concat(
        pandas.read_csv(path, dtype=TYPES, parse_dates=DATES, compression=%s, keep_default_na=False, na_values=[""])
        for path in sorted(glob.glob("data/[0-9]*%s"))
    )
    print(len(frame), "rows")
    """
        .formatted(
            description.format() == ExtractFormat.CSV_ZSTD ? "pandas and zstandard" : "pandas",
            types,
            dates,
            compression(description.format()),
            description.format().suffix());
  }

  private static String compression(ExtractFormat format) {
    return switch (format) {
      case CSV_ZSTD -> "\"zstd\"";
      case CSV_GZIP -> "\"gzip\"";
      default -> "None";
    };
  }

  private static String pandasType(ReleaseColumn column) {
    return switch (column.kind()) {
      case INTEGER, LARGE_INTEGER -> "Int64";
      case NUMBER -> "Float64";
      case BOOLEAN -> "boolean";
      default -> "string";
    };
  }
}
