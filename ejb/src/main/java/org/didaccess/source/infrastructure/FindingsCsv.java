package org.didaccess.source.infrastructure;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.didaccess.source.application.Finding;
import org.didaccess.source.application.FindingLog;

/**
 * Findings as CSV {@code row,rule,severity,item,message}. Where the file is rejected a last line
 * says so; the lines before it are what was found until then.
 */
public final class FindingsCsv implements FindingLog, Closeable {

  private final CsvWriter csv;

  /** Writes the header at once; the stream is flushed but not closed. */
  public FindingsCsv(OutputStream out) {
    this.csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.writeRecord("row", "rule", "severity", "item", "message");
  }

  @Override
  public void add(Finding finding) {
    csv.writeRecord(
        Long.toString(finding.row()),
        finding.rule().id(),
        finding.rule().severity().name().toLowerCase(Locale.ROOT),
        finding.rule().item(),
        finding.message());
  }

  @Override
  public void fileRejected(Finding finding) {
    add(finding);
  }

  @Override
  public void close() {
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
