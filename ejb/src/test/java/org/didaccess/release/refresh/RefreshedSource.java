package org.didaccess.release.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.didaccess.release.RefreshContent;
import org.didaccess.release.RefreshFigures;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.KeyedRowSorter;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.release.engine.WrittenPartition;

/**
 * A source of two months that changes, and its refreshes: what they write, beside what a plain
 * comparison of maps tells.
 */
final class RefreshedSource {

  static final YearMonth MONTH = YearMonth.of(2024, 4);
  static final YearMonth NEXT = MONTH.plusMonths(1);
  static final List<YearMonth> MONTHS = List.of(MONTH, NEXT);
  static final ReleasePlan APPROVED =
      new ReleasePlan(
          UUID.randomUUID(),
          "token",
          List.of(
              new ReleaseColumn("modality", "MODALITY", ColumnKind.TEXT),
              new ReleaseColumn("person_ref", "TOKEN_PERSON_ID", ColumnKind.PERSON_TOKEN),
              new ReleaseColumn("record_ref", "TOKEN_SUBMISSION_DATA_ID", ColumnKind.RECORD_TOKEN)),
          MONTHS);

  /** A row of the source: its month, its person, and a value. */
  record Row(YearMonth month, String person, String modality) {

    private String fields(String record) {
      return modality + "," + person + "," + record;
    }
  }

  private final Random random = new Random(20261128);
  final List<String> written = new ArrayList<>();

  private final Path folder;
  private int refreshes;

  RefreshedSource(Path folder) {
    this.folder = folder;
  }

  /** Some rows come, some change, some go, some become another person's or move to a month. */
  void change(Map<String, Row> source) {
    source.keySet().removeIf(record -> random.nextInt(10) == 0);
    source.replaceAll(
        (record, row) ->
            random.nextInt(8) == 0
                ? new Row(
                    random.nextInt(4) == 0 ? month() : row.month(),
                    random.nextInt(3) == 0 ? token(50) : row.person(),
                    "CT" + random.nextInt(9))
                : row);
    int more = random.nextInt(200);
    for (int i = 0; i < more; i++) {
      source.put(token(1 << 30), new Row(month(), token(50), "MR"));
    }
  }

  YearMonth month() {
    return MONTHS.get(random.nextInt(2));
  }

  String token(int of) {
    return "%08x%024x".formatted(random.nextInt(of) * 0x9E3779B1, of == 50 ? 7 : random.nextInt());
  }

  RefreshPlan plan(RefreshContent content, Holding before) {
    Holding now = new Holding(folder.resolve("refresh-" + refreshes++));
    try {
      now.prepare();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return new RefreshPlan(content, Optional.ofNullable(before), now);
  }

  RefreshPlan refresh(RefreshContent content, Holding before, Map<String, Row> source)
      throws IOException {
    RefreshPlan plan = plan(content, before);
    RefreshSink sink = sink(plan);
    for (YearMonth month : MONTHS) {
      try (PartitionSink.PartitionWriter writer = sink.open(month)) {
        write(writer, month, source);
        writer.commit();
      }
    }
    plan.now().complete(MONTHS);
    return plan;
  }

  static void write(PartitionSink.PartitionWriter writer, YearMonth month, Map<String, Row> source)
      throws IOException {
    for (Map.Entry<String, Row> row : source.entrySet()) {
      if (!row.getValue().month().equals(month)) {
        continue;
      }
      String line =
          "??"
              + row.getKey()
              + ","
              + row.getValue().person()
              + ","
              + row.getValue().fields(row.getKey())
              + "\n";
      byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
      writer.row(bytes, 2, bytes.length - 2);
    }
  }

  RefreshSink sink(RefreshPlan plan) {
    written.clear();
    return new RefreshSink(
        plan,
        APPROVED,
        month ->
            new PartitionSink.PartitionWriter() {
              @Override
              public void row(byte[] buffer, int offset, int length) {
                String line = new String(buffer, offset, length, StandardCharsets.US_ASCII);
                assertThat(line).endsWith("\n");
                written.add(line.strip());
              }

              @Override
              public WrittenPartition commit() {
                return new WrittenPartition(month, written.size(), 0, "");
              }

              @Override
              public void close() {}
            });
  }

  /** As a recipient would: by the token of the record, removals first. */
  void applyTo(Map<String, String> recipient) {
    for (String line : written) {
      if (line.startsWith("removed,")) {
        String record = record(line);
        assertThat(line).isEqualTo("removed,,," + record);
        assertThat(recipient.remove(record)).isNotNull();
      }
    }
    for (String line : written) {
      String[] parts = line.split(",", 2);
      if (!parts[0].equals("removed")) {
        assertThat(recipient.put(record(line), parts[1]) == null)
            .isEqualTo(parts[0].equals("added"));
      }
    }
  }

  static String record(String line) {
    return line.substring(line.length() - 32);
  }

  static Map<String, String> rows(Map<String, Row> source) {
    TreeMap<String, String> rows = new TreeMap<>();
    source.forEach((record, row) -> rows.put(record, row.fields(record)));
    return rows;
  }

  /** A record that is in another month now is removed and added. */
  static RefreshFigures figures(Map<String, Row> former, Map<String, Row> now) {
    long changed = 0;
    long moved = 0;
    long known = 0;
    for (Map.Entry<String, Row> entry : now.entrySet()) {
      Row row = entry.getValue();
      Row old = former.get(entry.getKey());
      boolean stayed = old != null && old.month().equals(row.month());
      known += stayed ? 1 : 0;
      changed += stayed && !old.equals(row) ? 1 : 0;
      moved += old == null || old.person().equals(row.person()) ? 0 : 1;
    }
    return new RefreshFigures(
        now.size() - known, changed, former.size() - known, now.size(), moved);
  }

  static Set<String> moves(Map<String, Row> former, Map<String, Row> now) {
    TreeSet<String> moves = new TreeSet<>();
    Map<String, Row> kept = new HashMap<>(former);
    kept.keySet().retainAll(now.keySet());
    kept.forEach(
        (record, old) -> {
          String person = now.get(record).person();
          if (!person.equals(old.person())) {
            moves.add(old.person() + "," + person);
          }
        });
    return moves;
  }

  Set<String> moved(RefreshPlan plan) throws IOException {
    List<String> lines = new ArrayList<>();
    try (KeyedRowSorter sorter = new KeyedRowSorter(1 << 12, folder)) {
      long count =
          new MovedPeople(plan)
              .drain(
                  MONTHS,
                  sorter,
                  (buffer, offset, length) ->
                      lines.add(
                          new String(buffer, offset, length, StandardCharsets.US_ASCII).strip()));
      assertThat(count).isEqualTo(lines.size());
    }
    TreeSet<String> sorted = new TreeSet<>(lines);
    assertThat(sorted).hasSameSizeAs(lines);
    return sorted;
  }
}
