package org.didaccess.sde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.UUID;
import org.didaccess.release.engine.PartitionSink.PartitionWriter;
import org.didaccess.sde.infrastructure.SdeClusterException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Filling is all or nothing for the analyst, and may be killed and repeated at any point. */
class WorkspaceFillingTest {

  private static final YearMonth MAY = YearMonth.of(2026, 5);
  private static final String COUNT = "SELECT count(*) FROM data.did_event";

  private WorkspaceFixture open;

  @BeforeEach
  void a_workspace_that_shows_two_rows() throws Exception {
    open = WorkspaceFixture.open();
  }

  @Test
  void the_analyst_reads_exactly_the_approved_columns_and_rows() throws Exception {
    try (Connection analyst = open.asAnalyst()) {
      assertThat(
              WorkspaceFixture.value(
                  analyst,
                  "SELECT string_agg(concat_ws('|', token_person_id, modality, age), ' ' ORDER BY 1)"
                      + " FROM did_event"))
          .isEqualTo("t1|MR|42 t2|C,T");
      assertThat(
              WorkspaceFixture.value(
                  analyst,
                  "SELECT string_agg(column_name, ' ' ORDER BY ordinal_position)"
                      + " FROM information_schema.columns WHERE table_name = 'did_event'"))
          .isEqualTo("token_person_id modality age");
    }
  }

  @Test
  void a_half_filled_refresh_is_never_visible() throws Exception {
    UUID refresh = UUID.randomUUID();
    open.databases.beginFilling(open.workspace, refresh, WorkspaceFixture.COLUMNS);
    open.fill(refresh, WorkspaceFixture.MONTH, "t1,MR,42\n", "t2,CT,50\n", "t3,XR,9\n");

    try (Connection analyst = open.asAnalyst()) {
      assertThat(WorkspaceFixture.value(analyst, COUNT)).isEqualTo("2");
      assertThatThrownBy(
              () -> WorkspaceFixture.value(analyst, "SELECT count(*) FROM filling.did_event"))
          .hasMessageContaining("permission denied for schema filling");

      open.fill(refresh, MAY, "t4,MR,1\n");
      open.databases.show(open.workspace, refresh);
      assertThat(WorkspaceFixture.value(analyst, COUNT)).isEqualTo("4");
    }
  }

  @Test
  void a_month_that_was_not_committed_leaves_nothing() throws Exception {
    UUID refresh = UUID.randomUUID();
    open.databases.beginFilling(open.workspace, refresh, WorkspaceFixture.COLUMNS);
    writing(refresh).close();
    open.fill(refresh, WorkspaceFixture.MONTH, "t1,MR,42\n");
    open.databases.show(open.workspace, refresh);

    assertThat(rowsSeen()).isEqualTo("1");
  }

  @Test
  void a_month_filled_twice_counts_once() throws Exception {
    UUID refresh = UUID.randomUUID();
    open.databases.beginFilling(open.workspace, refresh, WorkspaceFixture.COLUMNS);
    open.fill(refresh, MAY, "t1,MR,42\n");
    open.fill(refresh, MAY, "t1,MR,42\n");
    open.databases.show(open.workspace, refresh);

    assertThat(rowsSeen()).isEqualTo("1");
  }

  @Test
  void months_that_the_same_run_filled_before_a_kill_are_kept_and_another_run_s_are_dropped()
      throws Exception {
    UUID killed = UUID.randomUUID();
    open.databases.beginFilling(open.workspace, killed, WorkspaceFixture.COLUMNS);
    open.fill(killed, MAY, "t1,MR,42\n");
    open.databases.beginFilling(open.workspace, killed, WorkspaceFixture.COLUMNS);
    open.fill(killed, WorkspaceFixture.MONTH, "t2,MR,42\n");
    open.databases.show(open.workspace, killed);
    assertThat(rowsSeen()).isEqualTo("2");

    UUID abandoned = UUID.randomUUID();
    UUID next = UUID.randomUUID();
    open.databases.beginFilling(open.workspace, abandoned, WorkspaceFixture.COLUMNS);
    open.fill(abandoned, MAY, "t1,MR,42\n");
    open.databases.beginFilling(open.workspace, next, WorkspaceFixture.COLUMNS);
    open.databases.show(open.workspace, next);
    assertThat(rowsSeen()).isEqualTo("0");
  }

  @Test
  void every_step_may_be_repeated() throws Exception {
    UUID shown = open.databases.shownRun(open.workspace);
    open.databases.prepare(open.workspace);
    open.databases.show(open.workspace, shown);
    open.databases.analyse(open.workspace);

    assertThat(rowsSeen()).isEqualTo("2");
  }

  @Test
  void a_run_that_was_not_filled_cannot_be_shown() {
    assertThatThrownBy(() -> open.databases.show(open.workspace, UUID.randomUUID()))
        .isInstanceOf(SdeClusterException.class);
  }

  @Test
  void a_dropped_workspace_leaves_neither_database_nor_role() throws Exception {
    open.logins.refuse(open.analyst);
    open.databases.drop(open.workspace);
    open.logins.drop(open.analyst);
    open.databases.drop(open.workspace);

    assertThat(open.databases.names()).doesNotContain(open.workspace);
    assertThat(
            open.look(
                "SELECT count(*) FROM pg_roles WHERE rolname IN ('%s', '%s')"
                    .formatted(open.workspace, open.analyst)))
        .isEqualTo("0");
  }

  @Test
  void a_database_whose_dropping_was_killed_half_way_is_made_anew() throws Exception {
    open.databases.drop(open.workspace);
    open.databases.prepare(open.workspace);
    try (Connection superuser = open.sde.superuser()) {
      WorkspaceFixture.run(
          superuser,
          "UPDATE pg_database SET datconnlimit = -2 WHERE datname = '%s'"
              .formatted(open.workspace));
    }

    open.databases.prepare(open.workspace);

    assertThat(open.databases.names()).contains(open.workspace);
    assertThat(open.databases.shownRun(open.workspace)).isNull();
  }

  @Test
  void a_month_that_a_silent_server_still_writes_is_taken_over_at_once() throws Exception {
    UUID refresh = refreshBegun();
    try (PartitionWriter silent = writing(refresh)) {
      open.fill(refresh, MAY, "t1,MR,42\n", "t2,MR,43\n");
      assertThatThrownBy(silent::commit).isInstanceOf(IOException.class);
    } catch (IOException broken) {
      assertThat(broken).hasMessageContaining("was lost");
    }
    open.databases.show(open.workspace, refresh);

    assertThat(rowsSeen()).isEqualTo("2");
  }

  @Test
  void who_still_writes_when_the_rows_are_shown_does_not_get_its_own_in() throws Exception {
    UUID refresh = refreshBegun();
    open.fill(refresh, WorkspaceFixture.MONTH, "t1,MR,42\n");
    try (PartitionWriter silent = writing(refresh)) {
      open.databases.show(open.workspace, refresh);
      assertThatThrownBy(silent::commit).isInstanceOf(IOException.class);
    } catch (IOException broken) {
      assertThat(broken).hasMessageContaining("was lost");
    }

    assertThat(rowsSeen()).isEqualTo("1");
    assertThatThrownBy(() -> writing(refresh)).hasMessageContaining("does not take the month");
    assertThat(rowsSeen()).isEqualTo("1");
  }

  @Test
  void nothing_is_written_for_a_run_whose_schema_was_not_opened() {
    assertThatThrownBy(() -> writing(UUID.randomUUID()))
        .hasMessageContaining("does not take the month");
  }

  @Test
  void who_writes_for_an_earlier_run_does_not_get_into_the_next_one_s_schema() throws Exception {
    UUID closed = refreshBegun();
    try (PartitionWriter late = writing(closed)) {
      UUID next = refreshBegun();
      assertThatThrownBy(late::commit).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> writing(closed)).rootCause().hasMessageContaining("not this run's");
      open.databases.show(open.workspace, next);
    } catch (IOException broken) {
      assertThat(broken).hasMessageContaining("was lost");
    }

    assertThat(rowsSeen()).isEqualTo("0");
  }

  @Test
  void an_analyst_s_session_with_the_name_of_one_that_writes_is_let_alone() throws Exception {
    try (Connection analyst = open.asAnalyst()) {
      WorkspaceFixture.run(analyst, "SET application_name = 'did-filling 2026-05'");
      UUID refresh = refreshBegun();
      open.fill(refresh, MAY, "t1,MR,42\n");
      open.databases.show(open.workspace, refresh);

      assertThat(WorkspaceFixture.value(analyst, COUNT)).isEqualTo("1");
    }
  }

  private UUID refreshBegun() {
    UUID refresh = UUID.randomUUID();
    open.databases.beginFilling(open.workspace, refresh, WorkspaceFixture.COLUMNS);
    return refresh;
  }

  /** Somebody who has written a row of May, and is not done with it. */
  private PartitionWriter writing(UUID run) throws IOException {
    PartitionWriter writer = open.databases.sink(open.workspace, run).open(MAY);
    byte[] row = "t9,MR,1\n".getBytes(StandardCharsets.UTF_8);
    writer.row(row, 0, row.length);
    return writer;
  }

  private String rowsSeen() throws SQLException {
    try (Connection analyst = open.asAnalyst()) {
      return WorkspaceFixture.value(analyst, COUNT);
    }
  }
}
