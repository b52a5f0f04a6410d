package org.didaccess.source.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.didaccess.db.rehearsal.Campaign;
import org.didaccess.source.CheckReport;
import org.didaccess.source.CheckReport.Outcome;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.domain.CheckContext;
import org.didaccess.source.domain.Item;
import org.didaccess.source.domain.Rule;
import org.didaccess.source.domain.RuleBook;
import org.didaccess.source.domain.SubmittedRecord;
import org.didaccess.source.domain.reference.Reference;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.infrastructure.RuleFile;
import org.didaccess.source.infrastructure.SubmissionEngine;
import org.junit.jupiter.api.Test;

class OracleTest {

  private static final Reference REFERENCE = ReferenceFiles.sample();
  private static final PlainReference PLAIN_REFERENCE = new PlainReference();
  private static final List<LocalDate> RECEIPTS =
      List.of(
          LocalDate.of(2024, 5, 20),
          LocalDate.of(2024, 2, 29),
          LocalDate.of(2024, 7, 1),
          LocalDate.of(2023, 12, 31));

  private final RuleBook rules = RuleFile.book();

  @Test
  void random_records_break_the_same_rules_as_in_the_plain_implementation() {
    int each = Campaign.of(5_000, 1_000_000) / RECEIPTS.size();
    Set<String> seen = new TreeSet<>();
    for (LocalDate received : RECEIPTS) {
      RandomRecords records = new RandomRecords(received.toEpochDay(), received);
      PlainRules plain = new PlainRules(PLAIN_REFERENCE, received);
      CheckContext context = new CheckContext(received, REFERENCE);
      for (int i = 0; i < each; i++) {
        List<String> record = records.next();
        Set<String> expected = plain.brokenBy(record);
        assertThat(found(record, context))
            .as("%s received %s", record, received)
            .isEqualTo(expected);
        seen.addAll(expected);
      }
    }
    assertThat(seen).as("every rule of a record was broken somewhere").hasSize(54);
  }

  @Test
  void mutated_files_give_the_same_counts_and_never_an_exception() {
    LocalDate received = RECEIPTS.get(0);
    PlainCheck plain = new PlainCheck(PLAIN_REFERENCE, received);
    Mutations mutations = new Mutations(17);
    int rejected = 0;
    int files = Campaign.of(600, 100_000);
    for (int i = 0; i < files; i++) {
      byte[] file = mutations.of(file(i, received));
      PlainCheck.Result expected = plain.check(file);
      ByteArrayOutputStream findings = new ByteArrayOutputStream();
      CheckReport report = check(file, received, findings);
      assertThat(report.findings()).as(text(file)).isEqualTo(countsIn(findings));
      assertThat(report.outcome() == Outcome.FILE_REJECTED)
          .as("file %d rejected: %s", i, text(file))
          .isEqualTo(expected.fileRejected());
      if (expected.fileRejected()) {
        rejected++;
      } else {
        assertSame(report, expected, file);
      }
    }
    assertThat(rejected).isBetween(files / 10, files * 9 / 10);
  }

  @Test
  void damaged_compression_is_rejected_or_harmless_and_never_an_exception() throws IOException {
    LocalDate received = RECEIPTS.get(0);
    Mutations mutations = new Mutations(23);
    for (int i = 0; i < Campaign.of(200, 20_000); i++) {
      byte[] file = file(i, received);
      CheckReport whole = check(file, received);
      CheckReport damaged = check(mutations.of(gzip(file)), received);
      assertThat(damaged.outcome() == Outcome.FILE_REJECTED || damaged.equals(whole)).isTrue();
      assertThat(check(mutations.of(Zstd.compress(file)), received)).isNotNull();
    }
  }

  private static void assertSame(CheckReport report, PlainCheck.Result expected, byte[] file) {
    assertThat(report.findings()).as(text(file)).isEqualTo(expected.findings());
    assertThat(report.rows()).isEqualTo(expected.rows());
    assertThat(report.rejected()).isEqualTo(expected.rejected());
    assertThat(report.accepted()).isEqualTo(expected.rows() - expected.rejected());
    assertThat(report.warnings()).isEqualTo(expected.warnings());
  }

  private Set<String> found(List<String> record, CheckContext context) {
    return rules.brokenBy(SubmittedRecord.of(record), context).stream()
        .map(Rule::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The lines of the findings by rule. */
  private static Map<String, Long> countsIn(ByteArrayOutputStream findings) {
    return findings
        .toString(StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .collect(Collectors.groupingBy(line -> line.split(",", -1)[1], Collectors.counting()));
  }

  private static CheckReport check(byte[] file, LocalDate received) {
    return check(file, received, OutputStream.nullOutputStream());
  }

  private static CheckReport check(byte[] file, LocalDate received, OutputStream findings) {
    return new SubmissionEngine(REFERENCE, Runnable::run)
        .check(new ByteArrayInputStream(file), SubmissionMetadata.of("Z1A", received), findings);
  }

  /** A few records, with a header or without, every field in quotes or none, any line end. */
  private static byte[] file(int seed, LocalDate received) {
    RandomRecords records = new RandomRecords(seed, received);
    boolean quoted = seed % 3 == 0;
    String lineEnd = seed % 5 == 0 ? "\r\n" : "\n";
    String rows =
        IntStream.range(0, 1 + seed % 6)
            .mapToObj(row -> records.next())
            .map(fields -> line(fields, quoted))
            .collect(Collectors.joining(lineEnd, "", lineEnd));
    String header =
        line(List.of(Item.values()).stream().map(Item::title).toList(), quoted) + lineEnd;
    return ((seed % 7 == 0 ? "\uFEFF" : "") + (seed % 2 == 0 ? header : "") + rows)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String line(List<String> fields, boolean quoted) {
    return fields.stream()
        .map(field -> quoted ? "\"" + field + "\"" : field)
        .collect(Collectors.joining(","));
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8).replace("%", "%%");
  }
}
