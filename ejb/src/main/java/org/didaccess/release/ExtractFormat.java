package org.didaccess.release;

/** The form in which a recipient gets the data: one file a month in any of them. */
public enum ExtractFormat {
  /** Text, compressed with zstd: small and quick. */
  CSV_ZSTD("CSV, compressed with zstd", ".csv.zst"),
  /** Text, compressed with gzip, which every system can open. */
  CSV_GZIP("CSV, compressed with gzip", ".csv.gz"),
  /** Plain text. */
  CSV("CSV, not compressed", ".csv"),
  /** Typed columns. */
  PARQUET("Parquet", ".parquet");

  private final String label;
  private final String suffix;

  ExtractFormat(String label, String suffix) {
    this.label = label;
    this.suffix = suffix;
  }

  /** Its name in words. */
  public String label() {
    return label;
  }

  /** How the names of its files end. */
  public String suffix() {
    return suffix;
  }

  /** Whether the files are lines of text. */
  public boolean isText() {
    return this != PARQUET;
  }
}
