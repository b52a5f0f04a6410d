package org.didaccess.source.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.source.Submissions.csv;
import static org.didaccess.source.Submissions.good;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.didaccess.source.CheckReport;
import org.didaccess.source.CheckReport.Outcome;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.domain.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckingTest {

  private static final SubmissionMetadata METADATA =
      SubmissionMetadata.of("Z1A", LocalDate.of(2024, 5, 20));
  private static final String HEADER =
      Stream.of(Item.values()).map(Item::title).collect(Collectors.joining(",")) + "\n";
  private static final String TWO = csv(good(), good().with(Item.ACCESSION_NUMBER, "A2"));

  static Stream<byte[]> forms() throws IOException {
    return Stream.of(
        utf8(TWO),
        utf8(HEADER + TWO),
        utf8(HEADER.toLowerCase(Locale.ROOT).replace(' ', '_') + TWO),
        utf8("\uFEFF" + HEADER + TWO),
        utf8("\uFEFF" + TWO),
        utf8(TWO.replace("\n", "\r\n")),
        utf8("\n" + TWO + "\n\n"),
        utf8(quoted(TWO)),
        utf8("\uFEFF" + quoted(HEADER + TWO)),
        gzip(utf8(HEADER + TWO)),
        Zstd.compress(utf8(HEADER + TWO)),
        Zstd.compress(utf8("\uFEFF" + HEADER + TWO)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void every_form_of_a_file_is_read_alike(byte[] file) {
    CheckReport report = check(file);

    assertThat(report.findings()).isEmpty();
    assertThat(report.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(report.rows()).isEqualTo(2);
  }

  static Stream<byte[]> brokenForms() throws IOException {
    String row = csv(good());
    byte[] compressed = gzip(utf8(row.repeat(50)));
    return Stream.of(
        utf8(row + "a,b,c\n"),
        utf8(row.replace("\n", ",19\n")),
        utf8(
            HEADER.replace(
                    "ETHNIC CATEGORY,PERSON GENDER CODE CURRENT",
                    "PERSON GENDER CODE CURRENT,ETHNIC CATEGORY")
                + row),
        utf8(row.replace("A1", "A\0")),
        row.replace("A1", "Ä1").getBytes(StandardCharsets.ISO_8859_1),
        Arrays.copyOf(compressed, compressed.length / 2),
        new byte[] {0x1f, (byte) 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  }

  @ParameterizedTest
  @MethodSource("brokenForms")
  void a_file_of_another_form_is_rejected_as_a_whole(byte[] file) {
    CheckReport report = check(file);

    assertThat(report.outcome()).isEqualTo(Outcome.FILE_REJECTED);
    assertThat(report.reason()).startsWith("Record ");
    assertThat(report.accepted()).isZero();
    assertThat(report.findings()).containsExactly(Map.entry("DIDS075", 1L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "header"})
  void a_file_without_records_is_rejected_and_none_is_counted(String content) {
    CheckReport report = check(utf8(content.replace("header", HEADER)));

    assertThat(report.outcome()).isEqualTo(Outcome.FILE_REJECTED);
    assertThat(report.reason()).isEqualTo("The file has no records.");
    assertThat(report.rows()).isZero();
    assertThat(report.rejected()).isZero();
    assertThat(report.findings()).containsExactly(Map.entry("DIDS075", 1L));
  }

  static Stream<byte[]> faultsOfText() {
    return Stream.of(new byte[] {(byte) 0xC4}, new byte[] {0}, new byte[] {(byte) 0xE2, 0x28});
  }

  @ParameterizedTest
  @MethodSource("faultsOfText")
  void what_is_no_text_is_found_in_its_own_record(byte[] fault) {
    for (String header : List.of("", HEADER, "\uFEFF" + HEADER)) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.writeBytes(utf8(header + rows(1, 700)));
      file.writeBytes(utf8("\"9\n9"));
      file.writeBytes(fault);
      file.writeBytes(utf8("\"" + rows(700, 1_000)));

      CheckReport report = check(file.toByteArray());

      assertThat(report.reason()).startsWith("Record 700: ");
      assertThat(report.rows()).isEqualTo(700);
    }
  }

  private static String rows(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> csv(good().with(Item.ACCESSION_NUMBER, "Ä" + i)) + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void a_rejected_file_counts_what_its_findings_say() {
    String wrong = csv(good().with(Item.NHS_NUMBER, "9990000019"));
    ByteArrayOutputStream findings = new ByteArrayOutputStream();

    CheckReport report =
        engine()
            .check(
                new ByteArrayInputStream(utf8(wrong + rows(2, 9_000) + "a,b,c\n")),
                METADATA,
                findings);

    assertThat(findings.toString(StandardCharsets.UTF_8).lines().skip(1))
        .map(line -> line.split(",", -1)[1])
        .containsExactly("DIDS001", "DIDS075");
    assertThat(report.findings()).containsOnly(Map.entry("DIDS001", 1L), Map.entry("DIDS075", 1L));
  }

  @Test
  void a_finding_never_repeats_a_value_of_the_file() {
    String secret = "9998887776";
    ByteArrayOutputStream findings = new ByteArrayOutputStream();
    String file =
        csv(
            good()
                .with(Item.NHS_NUMBER, secret)
                .with(Item.POSTCODE, "SECRET1")
                .with(Item.BIRTH_DATE, "1812-02-07")
                .with(Item.ACCESSION_NUMBER, "SECRET-2-AND-FAR-TOO-LONG"));

    engine().check(new ByteArrayInputStream(utf8(file)), METADATA, findings);

    assertThat(findings.toString(StandardCharsets.UTF_8))
        .startsWith("row,rule,severity,item,message")
        .contains("1,DIDS001,record,NHS number,", "DIDS009", "DIDS016", "DIDS072")
        .doesNotContain(secret, "SECRET", "1812");
  }

  @Test
  void a_record_counts_once_however_many_rules_it_breaks_and_a_warning_keeps_it() {
    CheckReport report =
        check(
            utf8(
                csv(
                    good().with(Item.GENDER, "3").with(Item.SOURCE_SETTING, "08"),
                    good().with(Item.ACCESSION_NUMBER, "A2").with(Item.REFERRER, "?"))));

    assertThat(report.outcome()).isEqualTo(Outcome.RECORDS_REJECTED);
    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.rejected()).isEqualTo(1);
    assertThat(report.warnings()).isEqualTo(1);
    assertThat(report.findings())
        .containsOnly(Map.entry("DIDS014", 1L), Map.entry("DIDS021", 1L), Map.entry("DIDS023", 1L));
  }

  @Test
  void every_copy_of_a_key_is_rejected_but_not_the_same_number_of_another_site() {
    CheckReport report = check(utf8(csv(good(), good().with(Item.SITE, "Z1A02"), good(), good())));

    assertThat(report.rejected()).isEqualTo(3);
    assertThat(report.findings()).containsExactly(Map.entry("DIDS071", 3L));
  }

  @Test
  void findings_are_the_same_with_one_thread_and_with_many() {
    String file =
        IntStream.range(0, 9_000)
            .mapToObj(
                i ->
                    csv(
                        good()
                            .with(Item.ACCESSION_NUMBER, "A" + i % 8_990)
                            .with(Item.GENDER, i % 7 == 0 ? "7" : "1")))
            .collect(Collectors.joining());
    ByteArrayOutputStream one = new ByteArrayOutputStream();
    ByteArrayOutputStream many = new ByteArrayOutputStream();

    engine().check(new ByteArrayInputStream(utf8(file)), METADATA, one);
    CheckReport report =
        new SubmissionEngine(ReferenceFiles.sample(), ForkJoinPool.commonPool())
            .check(new ByteArrayInputStream(utf8(file)), METADATA, many);

    assertThat(many.toByteArray()).isEqualTo(one.toByteArray());
    assertThat(report.findings())
        .containsOnly(Map.entry("DIDS014", 1286L), Map.entry("DIDS071", 20L));
  }

  private static SubmissionEngine engine() {
    return new SubmissionEngine(ReferenceFiles.sample(), Runnable::run);
  }

  private static CheckReport check(byte[] file) {
    return engine()
        .check(new ByteArrayInputStream(file), METADATA, OutputStream.nullOutputStream());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    return text.lines()
        .map(line -> "\"" + line.replace(",", "\",\"") + "\"\n")
        .collect(Collectors.joining());
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }
}
