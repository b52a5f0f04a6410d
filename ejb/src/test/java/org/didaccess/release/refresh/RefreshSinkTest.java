package org.didaccess.release.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refresh writes beside what its recipient holds, against a plain comparison of maps. */
class RefreshSinkTest {

  private static final YearMonth MONTH = YearMonth.of(2024, 4);
  private static final YearMonth NEXT = MONTH.plusMonths(1);
  private static final List<YearMonth> MONTHS = List.of(MONTH, NEXT);
  private static final ReleasePlan APPROVED =
      new ReleasePlan(
          UUID.randomUUID(),
          "token",
          List.of(
              new ReleaseColumn("modality", "MODALITY", ColumnKind.TEXT),
              new ReleaseColumn("person_ref", "TOKEN_PERSON_ID", ColumnKind.PERSON_TOKEN),
              new ReleaseColumn("record_ref", "TOKEN_SUBMISSION_DATA_ID", ColumnKind.RECORD_TOKEN)),
          MONTHS);

  /** A row of the source: its month, its person, and a value. */
  private record Row(YearMonth month, String person, String modality) {

    private String fields(String record) {
      return modality + "," + person + "," + record;
    }
  }

  private final Random random = new Random(20261128);
  private final List<String> written = new ArrayList<>();

  @TempDir private Path folder;
  private int refreshes;

  @Test
  void the_tokens_stand_before_the_approved_columns_while_rows_are_read() {
    assertThat(plan(RefreshContent.FULL, null).reading(APPROVED).columns())
        .extracting(ReleaseColumn::name)
        .containsExactly(
            "RECORD_OF_ROW",
            "PERSON_OF_ROW",
            "MODALITY",
            "TOKEN_PERSON_ID",
            "TOKEN_SUBMISSION_DATA_ID");
    assertThat(plan(RefreshContent.CHANGES, null).written(APPROVED))
        .extracting(ReleaseColumn::name)
        .startsWith("CHANGE", "MODALITY");
  }

  @Test
  void whoever_applies_the_changes_of_many_months_holds_what_a_full_refresh_would_give()
      throws IOException {
    TreeMap<String, Row> source = new TreeMap<>();
    TreeMap<String, String> recipient = new TreeMap<>();
    Holding before = null;
    for (int month = 0; month < 30; month++) {
      TreeMap<String, Row> former = new TreeMap<>(source);
      change(source);
      RefreshPlan plan = refresh(RefreshContent.CHANGES, before, source);

      applyTo(recipient);

      assertThat(recipient).isEqualTo(rows(source));
      assertThat(moved(plan)).isEqualTo(moves(former, source));
      assertThat(plan.figures(MONTHS)).isEqualTo(figures(former, source));
      before = plan.now();
    }
  }

  @Test
  void a_full_refresh_writes_every_row_and_tells_the_same_figures() throws IOException {
    TreeMap<String, Row> source = new TreeMap<>();
    change(source);
    Holding first = refresh(RefreshContent.FULL, null, source).now();
    TreeMap<String, Row> former = new TreeMap<>(source);
    change(source);

    RefreshPlan second = refresh(RefreshContent.FULL, first, source);

    assertThat(written).containsExactlyInAnyOrderElementsOf(rows(source).values());
    moved(second);
    assertThat(second.figures(MONTHS)).isEqualTo(figures(former, source));
  }

  @Test
  void whoever_is_corrected_with_the_month_of_the_test_is_told_as_moved() throws IOException {
    String record = token(1 << 30);
    Row former = new Row(MONTH, token(50), "CT");
    Holding first = refresh(RefreshContent.CHANGES, null, Map.of(record, former)).now();
    Row corrected = new Row(NEXT, token(50), "CT");

    RefreshPlan second = refresh(RefreshContent.CHANGES, first, Map.of(record, corrected));

    assertThat(written).hasSize(2);
    assertThat(moved(second)).containsExactly(former.person() + "," + corrected.person());
    assertThat(second.figures(MONTHS)).isEqualTo(new RefreshFigures(1, 0, 1, 1, 1));
    RefreshPlan third = refresh(RefreshContent.CHANGES, second.now(), Map.of(record, former));
    assertThat(moved(third)).containsExactly(corrected.person() + "," + former.person());
  }

  @Test
  void a_record_that_only_changed_its_month_moves_nobody() throws IOException {
    String record = token(1 << 30);
    String person = token(50);
    Holding first =
        refresh(RefreshContent.CHANGES, null, Map.of(record, new Row(MONTH, person, "CT"))).now();
    RefreshPlan second =
        refresh(RefreshContent.CHANGES, first, Map.of(record, new Row(NEXT, person, "CT")));
    assertThat(moved(second)).isEmpty();
    assertThat(second.figures(MONTHS)).isEqualTo(new RefreshFigures(1, 0, 1, 1, 0));
  }

  @ParameterizedTest
  @EnumSource(RefreshContent.class)
  void the_first_one_follows_on_nothing(RefreshContent content) throws IOException {
    TreeMap<String, Row> source = new TreeMap<>();
    change(source);

    RefreshPlan first = refresh(content, null, source);

    assertThat(written).hasSameSizeAs(source.keySet());
    assertThat(first.figures(MONTHS))
        .isEqualTo(new RefreshFigures(source.size(), 0, 0, source.size(), 0));
  }

  @Test
  void a_month_that_was_begun_and_given_up_leaves_nothing_and_is_written_anew() throws IOException {
    TreeMap<String, Row> source = new TreeMap<>();
    change(source);
    RefreshPlan plan = plan(RefreshContent.FULL, null);
    try (PartitionSink.PartitionWriter writer = sink(plan).open(MONTH)) {
      write(writer, MONTH, source);
    }
    assertThat(plan.now().folder()).isEmptyDirectory();

    try (PartitionSink.PartitionWriter writer = sink(plan).open(MONTH)) {
      write(writer, MONTH, source);
      writer.commit();
    }
    assertThat(plan.now().folder()).isNotEmptyDirectory();
  }

  @Test
  void what_the_recipient_holds_is_not_believed_once_it_was_cut_or_changed() throws IOException {
    TreeMap<String, Row> source = new TreeMap<>();
    change(source);
    Path file = refresh(RefreshContent.FULL, null, source).now().folder().resolve(MONTH + ".held");
    byte[] whole = Files.readAllBytes(file);
    Holding holding = new Holding(file.getParent());
    holding.complete(MONTHS);

    byte[] changed = whole.clone();
    changed[20] ^= 1;
    Files.write(file, changed);
    assertThatThrownBy(() -> refresh(RefreshContent.CHANGES, holding, source))
        .isInstanceOf(DamagedHoldingException.class)
        .hasMessageContaining("next refresh is in full");
    assertThat(holding.isKept()).isFalse();

    Files.write(file, whole);
    holding.complete(MONTHS);
    Files.write(file, Arrays.copyOf(whole, whole.length - 40));
    assertThatThrownBy(() -> refresh(RefreshContent.CHANGES, holding, source))
        .isInstanceOf(DamagedHoldingException.class);
    Files.write(file, whole);
    holding.complete(MONTHS);
    Files.delete(file);
    assertThatThrownBy(() -> refresh(RefreshContent.CHANGES, holding, source))
        .isInstanceOf(DamagedHoldingException.class);
    assertThat(holding.isKept()).isFalse();
  }

  @Test
  void a_list_of_moved_people_that_lost_its_end_or_was_changed_is_not_taken_for_the_whole()
      throws IOException {
    TreeMap<String, Row> source = new TreeMap<>();
    RefreshPlan plan = null;
    TreeMap<String, Row> former = new TreeMap<>();
    byte[] whole = {};
    while (whole.length < 32 + 2 * 32) {
      former = new TreeMap<>(source);
      change(source);
      plan = refresh(RefreshContent.CHANGES, plan == null ? null : plan.now(), source);
      whole = Files.readAllBytes(plan.now().folder().resolve(MONTH + ".moved"));
    }
    RefreshPlan last = plan;
    Path file = last.now().folder().resolve(MONTH + ".moved");
    byte[] changed = whole.clone();
    changed[3] ^= 1;

    for (byte[] damaged :
        List.of(changed, new byte[0], Arrays.copyOf(whole, 32), Arrays.copyOf(whole, 64))) {
      Files.write(file, damaged);
      assertThatThrownBy(() -> moved(last)).hasMessageContaining("is not whole");
    }
    Files.write(file, whole);
    assertThat(moved(last)).isEqualTo(moves(former, source));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 32, 71, 73})
  void a_file_that_is_cut_to_any_length_is_damaged_and_not_empty(int length) throws IOException {
    TreeMap<String, Row> source = new TreeMap<>();
    change(source);
    Holding holding = refresh(RefreshContent.FULL, null, source).now();
    Path file = holding.folder().resolve(MONTH + ".held");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
    assertThatThrownBy(() -> refresh(RefreshContent.CHANGES, holding, source))
        .isInstanceOf(DamagedHoldingException.class);
    assertThat(holding.isKept()).isFalse();
  }

  @Test
  void a_seal_that_was_cut_off_names_no_months() throws IOException {
    TreeMap<String, Row> source = new TreeMap<>();
    change(source);
    Holding holding = refresh(RefreshContent.FULL, null, source).now();
    assertThat(holding.months()).isEqualTo(MONTHS);
    Files.writeString(holding.folder().resolve("complete"), MONTH + "\n");
    assertThat(holding.isKept()).isFalse();
    assertThatThrownBy(holding::months).isInstanceOf(DamagedHoldingException.class);
  }

  /** Some rows come, some change, some go, some become another person's or move to a month. */
  private void change(Map<String, Row> source) {
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

  private YearMonth month() {
    return MONTHS.get(random.nextInt(2));
  }

  private String token(int of) {
    return "%08x%024x".formatted(random.nextInt(of) * 0x9E3779B1, of == 50 ? 7 : random.nextInt());
  }

  private RefreshPlan plan(RefreshContent content, Holding before) {
    Holding now = new Holding(folder.resolve("refresh-" + refreshes++));
    try {
      now.prepare();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return new RefreshPlan(content, Optional.ofNullable(before), now);
  }

  private RefreshPlan refresh(RefreshContent content, Holding before, Map<String, Row> source)
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

  private static void write(
      PartitionSink.PartitionWriter writer, YearMonth month, Map<String, Row> source)
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

  private RefreshSink sink(RefreshPlan plan) {
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
  private void applyTo(Map<String, String> recipient) {
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

  private static String record(String line) {
    return line.substring(line.length() - 32);
  }

  private static Map<String, String> rows(Map<String, Row> source) {
    TreeMap<String, String> rows = new TreeMap<>();
    source.forEach((record, row) -> rows.put(record, row.fields(record)));
    return rows;
  }

  /** A record that is in another month now is removed and added. */
  private static RefreshFigures figures(Map<String, Row> former, Map<String, Row> now) {
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

  private static Set<String> moves(Map<String, Row> former, Map<String, Row> now) {
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

  private Set<String> moved(RefreshPlan plan) throws IOException {
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
