package org.didaccess.release.bag;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.WrittenPartition;

/**
 * Reads the data with Stata 16 or later. Everything is read as text and converted, because Stata
 * would guess types from the first rows; codes of more digits than its numbers hold stay text.
 * Names are cut to the 32 letters that it knows.
 */
final class StataLoader {

  private static final int NAME_LENGTH = 32;

  private StataLoader() {}

  static String write(PackageDescription description) {
    StringBuilder program = new StringBuilder("* Reads all months into one data set.");
    program.append(needs(description.format())).append("\nclear\ntempfile months\n");
    boolean first = true;
    for (WrittenPartition partition : description.partitions()) {
      String file = description.dataFile(partition);
      program.append(plainText(description.format(), file));
      program
          .append("import delimited using \"")
          .append(plainName(description.format(), file))
          .append("\", clear delimiters(\",\") varnames(nonames) rowrange(2)")
          .append(
              " stringcols(_all) bindquote(strict) maxquotedrows(unlimited) encoding(\"utf-8\")\n");
      program.append(first ? "" : "append using `months'\n").append("save `months', replace\n");
      first = false;
    }
    return program.append(columns(description)).append("count\n").toString();
  }

  private static String needs(ExtractFormat format) {
    return switch (format) {
      case CSV_ZSTD -> " Needs the program zstd.";
      case CSV_GZIP -> " Needs the program gzip.";
      case PARQUET ->
          " Needs Python with pandas 2 or later and pyarrow, as Stata's own python finds it.";
      case CSV -> "";
    };
  }

  private static String plainText(ExtractFormat format, String file) {
    return switch (format) {
      case CSV_ZSTD -> "shell zstd -dkf " + file + "\n";
      case CSV_GZIP -> "shell gzip -dkf " + file + "\n";
      case PARQUET ->
          "python: import pandas; pandas.read_parquet(\"%s\", dtype_backend='numpy_nullable').to_csv(\"%s\", index=False)\n"
              .formatted(file, plainName(format, file));
      case CSV -> "";
    };
  }

  private static String plainName(ExtractFormat format, String file) {
    return file.substring(0, file.length() - format.suffix().length()) + ExtractFormat.CSV.suffix();
  }

  private static String columns(PackageDescription description) {
    StringBuilder lines = new StringBuilder();
    Set<String> taken = new HashSet<>();
    int position = 0;
    for (DescribedColumn described : description.columns()) {
      position++;
      String name = name(described.column(), position, taken);
      String given = "v" + position;
      lines.append("rename ").append(given).append(' ').append(name).append('\n');
      lines.append(conversion(described.column(), name));
      lines.append("label variable %s \"%s\"%n".formatted(name, label(described)));
    }
    return lines.toString().replace(System.lineSeparator(), "\n");
  }

  private static String conversion(ReleaseColumn column, String name) {
    return switch (column.kind()) {
      case INTEGER, NUMBER -> "destring %1$s, replace\n".formatted(name);
      case DATE ->
          """
          generate converted = date(%1$s, "YMD")
          format converted %%td
          order converted, after(%1$s)
          drop %1$s
          rename converted %1$s
          """
              .formatted(name);
      case BOOLEAN ->
          """
          generate byte converted = lower(%1$s) == "true" if %1$s != ""
          order converted, after(%1$s)
          drop %1$s
          rename converted %1$s
          """
              .formatted(name);
      default -> "";
    };
  }

  private static String name(ReleaseColumn column, int position, Set<String> taken) {
    String name = cut(column.name(), NAME_LENGTH);
    if (!taken.add(name.toLowerCase(Locale.ROOT))) {
      String number = "_" + position;
      name = cut(name, NAME_LENGTH - number.length()) + number;
      taken.add(name.toLowerCase(Locale.ROOT));
    }
    return name;
  }

  private static String label(DescribedColumn described) {
    return cut(described.title().replaceAll("[\"`$\\r\\n]", " "), 80);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
