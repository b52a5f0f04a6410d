package org.didaccess.source.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.didaccess.source.Submissions.csv;
import static org.didaccess.source.Submissions.good;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.didaccess.db.rehearsal.OrderedRun;
import org.didaccess.db.rehearsal.Rehearsal;
import org.didaccess.db.rehearsal.Terms;
import org.didaccess.shared.PageRequest;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.LoadObjections;
import org.didaccess.source.ObjectionList;
import org.didaccess.source.domain.Item;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of objections as files, and what they do to rows that were loaded before or after them. */
class ObjectionListsTest {

  private static final String FIRST = "9990000018";
  private static final String SECOND = "9990000026";
  private static final LocalDate DAY = LocalDate.of(2024, 6, 1);
  private static final String KEY =
      "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

  /** One verified, one of the same person without a number, one unverified, one of another. */
  private static final String ROWS =
      csv(
          good(),
          good().without(Item.NHS_NUMBER, Item.NHS_NUMBER_STATUS).with(Item.ACCESSION_NUMBER, "A2"),
          good()
              .with(Item.NHS_NUMBER_STATUS, "02")
              .with(Item.BIRTH_DATE, "1971-02-03")
              .with(Item.ACCESSION_NUMBER, "A3"),
          good()
              .with(Item.NHS_NUMBER, SECOND)
              .with(Item.BIRTH_DATE, "1981-02-03")
              .with(Item.ACCESSION_NUMBER, "A4"));

  private LoadedDatabase database;
  private JdbcObjectionLists lists;

  @BeforeEach
  void a_database() {
    database = LoadedDatabase.fresh();
    lists = new JdbcObjectionLists(database.loader());
  }

  @Test
  void rows_of_one_person_stay_behind_whether_they_came_before_the_list_or_after_it()
      throws SQLException {
    database.load(ROWS, LoadedDatabase.may());
    Rehearsal rehearsal = Rehearsal.in(database.database());
    assertThat(released(rehearsal)).isEqualTo(4);
    load(FIRST);
    assertThat(released(rehearsal)).isEqualTo(1);

    database = LoadedDatabase.fresh();
    lists = new JdbcObjectionLists(database.loader());
    rehearsal = Rehearsal.in(database.database());
    load(FIRST);
    database.load(ROWS, LoadedDatabase.may());
    assertThat(released(rehearsal)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9990000018\n9990000026\n",
        "9990000018\r\n9990000026",
        "9990000018\r9990000026\r",
        "999-000-0018\n\"999-000 0026\"\n",
        "\uFEFFNHS_NUMBER\n9990000018\n9990000026\n",
        "\"NHS number\"\n\"999 000 0018\"\n\n  999 000 0026  \n9990000018\n"
      })
  void a_file_is_read_with_or_without_header_mark_quotes_spaces_and_hyphens(String text) {
    ObjectionList stored = lists.store(bytes(text), new LoadObjections(DAY, null));
    assertThat(stored.people()).isEqualTo(2);
    assertThat(stored.number()).isEqualTo(1);
    assertThat(stored.added()).isEqualTo(2);
    assertThat(lists.list(PageRequest.first()).items()).containsExactly(stored);
  }

  @Test
  void a_compressed_file_is_read_as_well() throws IOException {
    byte[] text = (FIRST + "\n" + SECOND + "\n").getBytes(StandardCharsets.US_ASCII);
    assertThat(stored(gzip(text)).people()).isEqualTo(2);
    assertThat(stored(Zstd.compress(text)).people()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9990000018\n9990000019\n",
        "9990000018\n999000001\n",
        "9990000018\n9990000026,Mr Example\n",
        "9990000018\nnobody\n",
        "9990000018\n\u0669\u0669\u0669\n"
      })
  void a_line_that_is_no_number_is_named_and_nothing_is_stored(String text) throws SQLException {
    refused(bytes(text)).hasMessageContaining("Line 2").hasMessageContaining("mend the file");
    refused(bytes(text)).message().doesNotContain("999000", "Example");
    assertThat(database.number("SELECT count(*) FROM vault.objection")).isZero();
    assertThat(database.number("SELECT count(*) FROM source.objection_list")).isZero();
  }

  @Test
  void a_wrong_first_line_with_digits_is_no_header() {
    refused(bytes("9990000019\n9990000018\n")).hasMessageContaining("Line 1");
  }

  @Test
  void a_line_without_end_and_damaged_compression_are_refused() throws IOException {
    refused(bytes("9".repeat(1_000_000))).hasMessageContaining("too long");
    byte[] whole = gzip((FIRST + "\n").repeat(10_000).getBytes(StandardCharsets.US_ASCII));
    refused(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length - 9)))
        .hasMessageContaining("compression is damaged");
  }

  @Test
  void a_file_of_nobody_is_refused() {
    refused(bytes("")).hasMessageContaining("names nobody");
    refused(bytes("NHS_NUMBER\n")).hasMessageContaining("names nobody");
  }

  @Test
  void a_list_that_was_cut_off_is_confirmed_first() {
    load(FIRST, SECOND);
    refused(file(FIRST)).hasMessageContaining("1 of the 2");
    ObjectionList stored = lists.store(file(FIRST), new LoadObjections(DAY, 1L));
    assertThat(stored.removed()).isEqualTo(1);
    assertThat(stored.people()).isEqualTo(1);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(ByteArrayInputStream file) {
    return assertThatThrownBy(() -> lists.store(file, new LoadObjections(DAY, null)))
        .isInstanceOf(InvalidSubmissionException.class);
  }

  private ObjectionList stored(byte[] file) {
    return lists.store(new ByteArrayInputStream(file), new LoadObjections(DAY, null));
  }

  private void load(String... numbers) {
    long confirmed = 1;
    lists.store(file(numbers), new LoadObjections(DAY, confirmed));
  }

  static ByteArrayInputStream file(String... numbers) {
    return bytes(String.join("\n", List.of(numbers)));
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(plain);
    }
    return out.toByteArray();
  }

  private long released(Rehearsal rehearsal) throws SQLException {
    OrderedRun run =
        rehearsal
            .agreement(
                new Terms(List.of("AGE"), LocalDate.of(2024, 4, 1), LocalDate.of(2024, 4, 30), KEY))
            .order();
    try (Connection release = database.database().connect("did_release");
        PreparedStatement open = release.prepareStatement("SELECT guard.open_release(?, ?)");
        PreparedStatement count =
            release.prepareStatement("SELECT count(*) FROM pg_temp.released")) {
      open.setObject(1, run.id());
      open.setString(2, run.token());
      open.execute();
      try (ResultSet rows = count.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
