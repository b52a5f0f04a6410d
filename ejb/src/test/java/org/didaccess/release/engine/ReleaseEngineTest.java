package org.didaccess.release.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.didaccess.release.ReleaseFixture.ROWS;
import static org.didaccess.release.ReleaseFixture.newKeys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.didaccess.db.rehearsal.OrderedRun;
import org.didaccess.db.rehearsal.RehearsedAgreement;
import org.didaccess.pseudonym.ReleaseKeys;
import org.didaccess.pseudonym.TokenKey;
import org.didaccess.pseudonym.Watermark;
import org.didaccess.pseudonym.WatermarkKey;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.ReleaseFixture;
import org.didaccess.release.TraceReport;
import org.didaccess.release.bag.DataSinks;
import org.didaccess.release.domain.ReleaseLedger.Recipient;
import org.didaccess.release.trace.LeakTracer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves, in which order, and what happens when the work is interrupted. */
class ReleaseEngineTest {

  private static final String[] FIELDS = {"MODALITY", "AGE", "PERSON_ID", "SUBMISSION_DATA_ID"};

  @TempDir private Path home;
  private ReleaseFixture fixture;
  private RehearsedAgreement agreement;

  @BeforeEach
  void reachAgreement() throws SQLException {
    fixture = ReleaseFixture.shared();
    agreement = fixture.agreement(FIELDS);
  }

  @Test
  void every_approved_row_leaves_with_exactly_the_approved_columns() throws Exception {
    Path folder = folder("all");
    ReleasePlan plan = fixture.plan(agreement.order());
    List<WrittenPartition> months = fixture.release(plan, newKeys(), fixture.log(), folder, 2);
    assertThat(months)
        .extracting(WrittenPartition::month)
        .containsExactly(YearMonth.of(2025, 1), YearMonth.of(2025, 2), YearMonth.of(2025, 3));
    assertThat(months.stream().mapToLong(WrittenPartition::rows).sum()).isEqualTo(ROWS);
    assertThat(plan.columns())
        .extracting(ReleaseColumn::name)
        .containsExactly("AGE", "MODALITY", "TOKEN_PERSON_ID", "TOKEN_SUBMISSION_DATA_ID");
    assertThat(ReleaseFixture.lines(folder))
        .hasSize(ROWS)
        .allMatch(line -> line.matches("\\d{1,2},[A-Z][A-Za-z ]+,[0-9a-f]{32},[0-9a-f]{32}"));
  }

  @Test
  void one_worker_and_four_give_the_same_bytes() throws Exception {
    ReleaseKeys key = newKeys();
    Path one = folder("one");
    Path four = folder("four");
    fixture.release(fixture.plan(agreement.order()), key, fixture.log(), one, 1);
    fixture.release(fixture.plan(agreement.order()), key, fixture.log(), four, 4);
    assertThat(ReleaseFixture.files(four)).hasSize(3);
    ReleaseFixture.files(one)
        .forEach(
            (name, bytes) ->
                assertThat(four.resolve("data").resolve(name)).hasBinaryContent(bytes));
  }

  @Test
  void rows_leave_in_the_order_of_the_agreements_own_tokens() throws Exception {
    Path folder = folder("order");
    fixture.release(fixture.plan(agreement.order()), newKeys(), fixture.log(), folder, 1);
    List<String> firstMonth = ReleaseFixture.lines(folder).subList(0, ROWS / 3);
    List<String> tokens = firstMonth.stream().map(ReleaseEngineTest::recordToken).toList();
    List<String> sorted = new ArrayList<>(tokens);
    Collections.sort(sorted);
    assertThat(tokens).isEqualTo(sorted);
  }

  @Test
  void two_releases_of_one_agreement_link_and_two_agreements_never_do() throws Exception {
    ReleaseKeys key = newKeys();
    Set<String> first = people(key, "first", agreement);
    Set<String> second = people(key, "second", agreement);
    Set<String> other = people(newKeys(), "other", fixture.agreement(FIELDS));
    assertThat(second).isEqualTo(first).hasSizeGreaterThan(ROWS / 4);
    assertThat(other).doesNotContainAnyElementsOf(first);
  }

  @Test
  void a_run_that_stopped_goes_on_at_the_first_unfinished_month() throws Exception {
    ReleaseKeys key = newKeys();
    OrderedRun run = agreement.order();
    ReleasePlan plan = fixture.plan(run);
    Path folder = folder("resumed");
    PartitionSink whole = DataSinks.of(ExtractFormat.CSV_ZSTD, folder, plan.columns());
    PartitionSink failing =
        month ->
            month.equals(YearMonth.of(2025, 2)) ? failingWriter(whole, month) : whole.open(month);
    assertThatThrownBy(() -> fixture.release(plan, key, fixture.log(), failing, folder, 1))
        .isInstanceOf(ReleaseStoppedException.class)
        .hasMessageContaining("disk");
    assertThat(ReleaseFixture.files(folder)).containsOnlyKeys("2025-01.csv.zst");

    List<YearMonth> opened = new ArrayList<>();
    PartitionSink watched =
        month -> {
          opened.add(month);
          return whole.open(month);
        };
    fixture.release(plan, key, fixture.log(), watched, folder, 1);

    assertThat(opened).containsExactly(YearMonth.of(2025, 2), YearMonth.of(2025, 3));
    Path unbroken = folder("unbroken");
    fixture.release(fixture.plan(agreement.order()), key, fixture.log(), unbroken, 1);
    ReleaseFixture.files(unbroken)
        .forEach(
            (name, bytes) ->
                assertThat(folder.resolve("data").resolve(name)).hasBinaryContent(bytes));
  }

  @Test
  void a_suspended_agreement_opens_nothing_and_a_resumed_one_does() throws Exception {
    ReleasePlan plan = fixture.plan(agreement.order());
    agreement.suspend();
    Path folder = folder("suspended");
    assertThatThrownBy(() -> fixture.release(plan, newKeys(), fixture.log(), folder, 2))
        .isInstanceOf(ReleaseStoppedException.class)
        .hasMessageContaining("not-active");
    assertThat(ReleaseFixture.files(folder)).isEmpty();

    agreement.resume();

    assertThat(fixture.release(plan, newKeys(), fixture.log(), folder, 2)).hasSize(3);
  }

  @Test
  void a_worker_whose_partition_was_taken_over_cannot_finish_it() throws Exception {
    OrderedRun run = agreement.order();
    PartitionLog slow = fixture.log();
    slow.prepare(run.id(), List.of(YearMonth.of(2025, 1)));
    PartitionLog.Claim lost = slow.claim(run.id()).orElseThrow();
    slow.giveBack(lost);
    PartitionLog.Claim taken = fixture.log().claim(run.id()).orElseThrow();
    WrittenPartition written = new WrittenPartition(YearMonth.of(2025, 1), 1, 1, "00");

    assertThatThrownBy(() -> slow.finish(lost, written)).isInstanceOf(LeaseLostException.class);
    fixture.log().finish(taken, written);

    assertThat(slow.finished(run.id())).containsExactly(written);
    assertThat(slow.claim(run.id())).isEmpty();
  }

  @Test
  void a_cancelled_run_is_left_by_its_workers() throws Exception {
    OrderedRun run = agreement.order();
    var log = fixture.log();
    log.prepare(run.id(), List.of(YearMonth.of(2025, 1)));
    PartitionLog.Claim claim = log.claim(run.id()).orElseThrow();

    log.cancel(run.id());

    assertThatThrownBy(() -> log.heartbeat(claim, 10)).isInstanceOf(LeaseLostException.class);
    assertThat(log.claim(run.id())).isEmpty();
  }

  @Test
  void nothing_spilled_stays_behind() throws Exception {
    Path folder = folder("spilled");
    fixture.release(fixture.plan(agreement.order()), newKeys(), fixture.log(), folder, 2);
    try (Stream<Path> left = Files.list(folder.resolve("spill"))) {
      assertThat(left).isEmpty();
    }
  }

  private Set<String> people(ReleaseKeys key, String name, RehearsedAgreement of) throws Exception {
    Path folder = folder(name);
    fixture.release(fixture.plan(of.order()), key, fixture.log(), folder, 2);
    return ReleaseFixture.lines(folder).stream()
        .map(line -> line.split(",", -1)[2])
        .collect(Collectors.toSet());
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectory(home.resolve(name));
  }

  @Test
  void a_shuffled_column_of_a_release_names_its_recipient_and_joins_to_another_ones()
      throws Exception {
    TokenKey tokens = newKeys().tokens();
    WatermarkKey mine = newKeys().watermark().orElseThrow();
    WatermarkKey others = newKeys().watermark().orElseThrow();
    List<String> leaked = records(ReleaseKeys.marked(tokens, mine), "mine");
    List<String> theirs = records(ReleaseKeys.marked(tokens, others), "theirs");
    Collections.shuffle(leaked, new Random(1));

    UUID asked = UUID.randomUUID();
    TraceReport report =
        new LeakTracer(
                List.of(
                    new Recipient(asked, "AGR-1", new UUID(0, 1), "Mine"),
                    new Recipient(asked, "AGR-1", new UUID(0, 2), "Theirs")),
                (of, recipient) -> recipient.equals(new UUID(0, 1)) ? mine : others)
            .trace(new ByteArrayInputStream(String.join("\n", leaked).getBytes(US_ASCII)));

    assertThat(report.named())
        .singleElement()
        .satisfies(named -> assertThat(named.recipientName()).isEqualTo("Mine"))
        .satisfies(named -> assertThat(named.matches()).isEqualTo(ROWS));
    assertThat(joining(leaked)).hasSize(ROWS).isEqualTo(joining(theirs));
    assertThat(theirs).doesNotContainAnyElementsOf(leaked);
  }

  private List<String> records(ReleaseKeys keys, String name) throws Exception {
    Path folder = folder(name);
    fixture.release(fixture.plan(agreement.order()), keys, fixture.log(), folder, 2);
    return new ArrayList<>(
        ReleaseFixture.lines(folder).stream().map(ReleaseEngineTest::recordToken).toList());
  }

  /** The part of the tokens that every recipient's copy shares. */
  private static Set<String> joining(List<String> tokens) {
    return tokens.stream()
        .map(token -> token.substring(0, 2 * Watermark.JOIN_LENGTH))
        .collect(Collectors.toSet());
  }

  private static String recordToken(String line) {
    return line.substring(line.lastIndexOf(',') + 1);
  }

  private static PartitionSink.PartitionWriter failingWriter(PartitionSink whole, YearMonth month)
      throws IOException {
    PartitionSink.PartitionWriter begun = whole.open(month);
    return new PartitionSink.PartitionWriter() {
      @Override
      public void row(byte[] buffer, int offset, int length) throws IOException {
        begun.row(buffer, offset, length);
        throw new IOException("the disk is full");
      }

      @Override
      public WrittenPartition commit() throws IOException {
        return begun.commit();
      }

      @Override
      public void close() throws IOException {
        begun.close();
      }
    };
  }
}
