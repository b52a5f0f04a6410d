package org.didaccess.release.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.didaccess.pseudonym.TokenKey;
import org.didaccess.pseudonym.Watermark;
import org.didaccess.pseudonym.WatermarkKey;
import org.didaccess.release.TraceReport;
import org.didaccess.release.domain.ReleaseLedger.Recipient;
import org.didaccess.shared.InvalidInput;
import org.junit.jupiter.api.Test;

class LeakTracerTest {

  private static final Recipient NORTH = recipient(1, "North");
  private static final Recipient SOUTH = recipient(2, "South");
  private static final HexFormat HEX = HexFormat.of();

  private final Random random = new Random(7);

  @Test
  void a_whole_copy_names_its_recipient_and_nobody_else() throws IOException {
    TraceReport report = trace(String.join("\n", copyOf(NORTH, 500)));
    assertThat(report.tokensRead()).isEqualTo(500);
    assertThat(report.named()).hasSize(1).first().isEqualTo(named(report, NORTH, 500));
    assertThat(report.named().get(0).falseMatchLog10()).isLessThan(-1_000);
  }

  @Test
  void a_single_row_is_enough() throws IOException {
    TraceReport report = trace("age,token\n63," + copyOf(SOUTH, 1).get(0) + ",x\n");
    assertThat(report.named())
        .extracting(TraceReport.Named::recipientName)
        .containsExactly("South");
    assertThat(report.named().get(0).falseMatch()).isEqualTo("less than 1 in 10^9");
  }

  @Test
  void sorted_shuffled_and_thinned_rows_still_name() throws IOException {
    List<String> rows = copyOf(NORTH, 400);
    Collections.shuffle(rows, random);
    assertThat(trace(String.join(";", rows.subList(0, 30))).named()).hasSize(1);
    Collections.sort(rows);
    assertThat(trace(String.join("\t", rows.subList(100, 130))).named()).hasSize(1);
  }

  @Test
  void mixed_copies_name_both_most_matches_first() throws IOException {
    List<String> rows = copyOf(NORTH, 20);
    rows.addAll(copyOf(SOUTH, 90));
    assertThat(trace(String.join("\n", rows)).named())
        .extracting(TraceReport.Named::recipientName)
        .containsExactly("South", "North");
  }

  @Test
  void rows_among_a_hundred_times_as_many_planted_ones_are_still_found() throws IOException {
    List<String> rows = copyOf(NORTH, 2_000);
    // Planted where a sample of the smallest tokens would look.
    IntStream.range(0, 200_000).forEach(i -> rows.add("00000000" + HEX.formatHex(bytes(12))));
    TraceReport report = trace(String.join("\n", rows));
    assertThat(report.tokensTested()).isEqualTo(20_000);
    assertThat(report.named())
        .extracting(TraceReport.Named::recipientName)
        .containsExactly("North");
  }

  @Test
  void unmarked_tokens_name_nobody() throws IOException {
    List<String> rows = IntStream.range(0, 5_000).mapToObj(i -> HEX.formatHex(bytes(16))).toList();
    TraceReport report = trace(String.join("\n", rows));
    assertThat(report.tokensTested()).isEqualTo(5_000);
    assertThat(report.named()).isEmpty();
  }

  @Test
  void a_copy_of_an_agreement_that_is_not_asked_about_names_nobody() throws IOException {
    assertThat(trace(String.join("\n", copyOf(recipient(3, "East"), 100))).named()).isEmpty();
  }

  @Test
  void a_token_in_capitals_with_dashes_or_in_other_text_is_found() throws IOException {
    String token = copyOf(NORTH, 1).get(0);
    String uuid =
        String.join(
            "-",
            token.substring(0, 8),
            token.substring(8, 12),
            token.substring(12, 16),
            token.substring(16, 20),
            token.substring(20));
    for (String text :
        List.of(token.toUpperCase(Locale.ROOT), uuid, "0x" + token, "{\"t\":\"" + token + "\"}")) {
      assertThat(trace(text).named()).as(text).hasSize(1);
    }
    assertThat(report(bytesOf(token, StandardCharsets.UTF_16LE)).named()).hasSize(1);
    assertThat(report(gzip(token)).named()).hasSize(1);
  }

  @Test
  void a_longer_or_shorter_number_is_no_token() throws IOException {
    String token = copyOf(NORTH, 1).get(0);
    assertThat(trace(token + "0").tokensRead()).isZero();
    assertThat(trace(token.substring(1)).tokensRead()).isZero();
    assertThat(trace("2025-01-31,10:15,12345678-12").tokensRead()).isZero();
  }

  @Test
  void a_broken_compression_is_told() throws IOException {
    byte[] whole = gzip(String.join("\n", copyOf(NORTH, 500)));
    assertThatThrownBy(() -> report(Arrays.copyOf(whole, whole.length / 2)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("compression");
  }

  @Test
  void a_package_is_not_taken_for_a_file_without_a_mark() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      byte[] proof = bytesOf(HEX.formatHex(bytes(16)), StandardCharsets.US_ASCII);
      TarArchiveEntry entry = new TarArchiveEntry("package/proof.json");
      entry.setSize(proof.length);
      tar.putArchiveEntry(entry);
      tar.write(proof);
      tar.closeArchiveEntry();
    }
    assertThatThrownBy(() -> report(bytes.toByteArray()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContainingAll("Unpack it", "data");
  }

  @Test
  void the_bound_is_not_below_what_chance_gives() {
    // One of 2³² matches one of a single token: the bound is the probability itself.
    assertThat(FalseMatch.log10(1, 1, 1)).isEqualTo(-32 * Math.log10(2));
    assertThat(FalseMatch.log10(0, 100, 5)).isZero();
    assertThat(FalseMatch.log10(2, 1_000, 10)).isGreaterThan(FalseMatch.log10(3, 1_000, 10));
  }

  private TraceReport trace(String text) throws IOException {
    return report(bytesOf(text, StandardCharsets.US_ASCII));
  }

  private static TraceReport report(byte[] leaked) throws IOException {
    return new LeakTracer(List.of(NORTH, SOUTH), LeakTracerTest::key)
        .trace(new ByteArrayInputStream(leaked));
  }

  private static TraceReport.Named named(TraceReport report, Recipient recipient, int matches) {
    return new TraceReport.Named(
        recipient.agreement(),
        recipient.agreementReference(),
        recipient.organisation(),
        recipient.organisationName(),
        matches,
        report.named().get(0).falseMatchLog10());
  }

  private List<String> copyOf(Recipient recipient, int rows) {
    Watermark watermark = key(recipient.agreement(), recipient.organisation()).watermark();
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      byte[] token = bytes(16);
      watermark.write(token);
      tokens.add(HEX.formatHex(token));
    }
    return tokens;
  }

  private static WatermarkKey key(UUID agreement, UUID recipient) {
    return new WatermarkKey(
        new TokenKey(
            ByteBuffer.allocate(TokenKey.LENGTH)
                .putLong(agreement.getLeastSignificantBits())
                .putLong(recipient.getLeastSignificantBits())
                .array()));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] bytesOf(String text, Charset charset) {
    return text.getBytes(charset);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytesOf(text, StandardCharsets.US_ASCII));
    }
    return packed.toByteArray();
  }

  private static Recipient recipient(long number, String name) {
    return new Recipient(new UUID(0, number), "AGR-" + number, new UUID(0, 10 + number), name);
  }
}
