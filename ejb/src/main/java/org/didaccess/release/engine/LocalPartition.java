package org.didaccess.release.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import org.didaccess.pseudonym.ReleaseKeys;

/** Writes a partition of rows that are at hand, in the form and order of a release. */
public final class LocalPartition {

  private LocalPartition() {}

  /** The columns that each row must have, in this order. */
  public static List<String> sources(List<ReleaseColumn> columns) {
    return FieldPlan.sources(columns);
  }

  /**
   * Writes one partition.
   *
   * @param rows lines in the text form of PostgreSQL's COPY, with the values of {@link #sources}
   * @param keys give the tokens, and with them the order
   */
  public static WrittenPartition write(
      YearMonth month,
      List<String> rows,
      List<ReleaseColumn> columns,
      ReleaseKeys keys,
      EngineSettings settings,
      PartitionSink sink)
      throws IOException {
    RowEncoder encoder = new RowEncoder(new FieldPlan(columns, keys));
    try (KeyedRowSorter sorter = new KeyedRowSorter(settings.sortBytes(), settings.spillFolder());
        PartitionSink.PartitionWriter writer = sink.open(month)) {
      for (String row : rows) {
        encoder.take(row.getBytes(StandardCharsets.UTF_8));
        while (encoder.next()) {
          sorter.add(encoder.orderToken(), encoder.line());
        }
      }
      sorter.drain(writer);
      return writer.commit();
    }
  }
}
