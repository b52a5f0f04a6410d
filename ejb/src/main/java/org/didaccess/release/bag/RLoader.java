package org.didaccess.release.bag;

import org.didaccess.release.ExtractFormat;

/**
 * Reads the data with R. Its own whole numbers end at 2^31, so that numbers are read as its decimal
 * ones, which are exact up to 2^53, and codes of more digits as text.
 */
final class RLoader {

  private RLoader() {}

  private static final String PARQUET =
      """
      # Reads all months into one data frame. Needs the package arrow.
      files <- sort(Sys.glob("data/[0-9]*.parquet"))
      # Joined before arrow chooses types of R, which depend on the values of a whole column.
      months <- lapply(files, arrow::read_parquet, as_data_frame = FALSE)
      frame <- as.data.frame(do.call(arrow::concat_tables, months))
      cat(nrow(frame), "rows\\n")
      """;

  static String write(PackageDescription description) {
    return description.format().isText() ? text(description) : PARQUET;
  }

  private static String text(PackageDescription description) {
    boolean zstd = description.format() == ExtractFormat.CSV_ZSTD;
    return """
    # Reads all months into one data frame. Needs %s.
    files <- sort(Sys.glob("data/[0-9]*%s"))
    read_month <- function(path) {
      readr::read_csv(%s, col_types = "%s", na = "")
    }
    frame <- do.call(rbind, lapply(files, read_month))
    cat(nrow(frame), "rows\\n")
    """
        .formatted(
            zstd ? "the package readr and the program zstd" : "the package readr",
            description.format().suffix(),
            zstd ? "pipe(paste(\"zstd -dc\", shQuote(path)))" : "path",
            types(description));
  }

  private static String types(PackageDescription description) {
    StringBuilder types = new StringBuilder();
    for (DescribedColumn described : description.columns()) {
      types.append(
          switch (described.column().kind()) {
            case INTEGER, NUMBER -> 'd';
            case BOOLEAN -> 'l';
            case DATE -> 'D';
            default -> 'c';
          });
    }
    return types.toString();
  }
}
