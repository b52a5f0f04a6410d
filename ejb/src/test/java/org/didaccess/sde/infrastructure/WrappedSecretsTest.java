package org.didaccess.sde.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.pseudonym.WrappedSecrets;
import org.didaccess.pseudonym.infrastructure.KeyFolders;
import org.didaccess.pseudonym.infrastructure.MasterKey;
import org.didaccess.pseudonym.infrastructure.MasterKeyRotation;
import org.didaccess.release.domain.RunPurposes;
import org.didaccess.release.infrastructure.WrappedRunSecrets;
import org.didaccess.sde.domain.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that the database keeps under the master key is wrapped anew by a rotation. */
class WrappedSecretsTest {

  /** More than one page of rows. */
  private static final int RUNS = 1_200;

  private static final byte[] SAMPLE =
      "age,sex\n40,1\n".repeat(20).getBytes(StandardCharsets.UTF_8);

  private final EphemeralDatabase database = EphemeralDatabase.fresh();

  @TempDir private Path home;

  @Test
  void tokens_and_samples_open_with_the_new_key_alone() throws SQLException {
    KeyFolders folders = KeyFolders.under(home, Optional.empty());
    UUID workspace = UUID.randomUUID();
    fill(MasterKey.open(folders), workspace);
    DataSource main = database.as("did_app");
    List<WrappedSecrets> secrets = new ArrayList<>(WrappedRunSecrets.in(main));
    secrets.add(WrappedWorkspaceSecrets.in(main));

    long wrapped = new MasterKeyRotation(folders, secrets).rotate();

    assertThat(wrapped).isEqualTo(RUNS + RUNS / 2 + 1);
    MasterKey after = MasterKey.open(folders);
    try (Connection connection = main.getConnection();
        Statement statement = connection.createStatement()) {
      opensEveryRun(statement, after);
      try (ResultSet rows = statement.executeQuery("SELECT run_token FROM app.workspace")) {
        rows.next();
        assertThat(after.unwrap(rows.getBytes(1), Workspace.tokenPurpose(workspace)))
            .isEqualTo(SAMPLE);
      }
    }
  }

  private static void opensEveryRun(Statement statement, MasterKey master) throws SQLException {
    int seen = 0;
    try (ResultSet rows = statement.executeQuery("SELECT id, run_token, sample FROM app.extract")) {
      while (rows.next()) {
        UUID run = rows.getObject("id", UUID.class);
        assertThat(master.unwrap(rows.getBytes("run_token"), RunPurposes.token(run)))
            .isEqualTo(run.toString().getBytes(StandardCharsets.US_ASCII));
        String sample = rows.getString("sample");
        if (sample != null) {
          assertThat(master.unwrap(Base64.getDecoder().decode(sample), RunPurposes.sample(run)))
              .isEqualTo(SAMPLE);
        }
        seen++;
      }
    }
    assertThat(seen).isEqualTo(RUNS);
  }

  @Test
  void no_other_column_says_that_it_is_wrapped() throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Connection superuser = database.superuser();
        Statement statement = superuser.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT c.relname || '.' || a.attname FROM pg_description d
                JOIN pg_attribute a ON a.attrelid = d.objoid AND a.attnum = d.objsubid
                JOIN pg_class c ON c.oid = d.objoid WHERE d.description LIKE '%wrapped%' ORDER BY 1""")) {
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
    }
    assertThat(columns)
        .as("columns that a rotation of the master key has to know")
        .containsExactly("extract.run_token", "extract.sample", "workspace.run_token");
  }

  private void fill(MasterKey master, UUID workspace) throws SQLException {
    try (Connection superuser = database.superuser();
        PreparedStatement extract =
            superuser.prepareStatement(
                """
                INSERT INTO app.extract (id, reference, agreement_id, recipient_id, recipient_key, requested_by,
                  prepared_by, status, status_since, run_token, sample, ordered_at, version, format)
                VALUES (?, ?, gen_random_uuid(), gen_random_uuid(), 'age1', gen_random_uuid(), gen_random_uuid(),
                  'ORDERED', now(), ?, ?, now(), 1, 'CSV_ZSTD')""");
        PreparedStatement place =
            superuser.prepareStatement(
                """
                INSERT INTO app.workspace (id, agreement_id, database_name, requested_by, prepared_by, ends_on,
                  status, status_since, run_token, ordered_at, version)
                VALUES (?, gen_random_uuid(), 'w', gen_random_uuid(), gen_random_uuid(), current_date,
                  'REQUESTED', now(), ?, now(), 1)""")) {
      for (int i = 0; i < RUNS; i++) {
        UUID run = UUID.randomUUID();
        byte[] token = run.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] sample = master.wrap(SAMPLE, RunPurposes.sample(run));
        extract.setObject(1, run);
        extract.setString(2, "EXT-" + run);
        extract.setBytes(3, master.wrap(token, RunPurposes.token(run)));
        extract.setString(4, i % 2 == 0 ? null : Base64.getEncoder().encodeToString(sample));
        extract.addBatch();
      }
      extract.executeBatch();
      place.setObject(1, workspace);
      place.setBytes(2, master.wrap(SAMPLE, Workspace.tokenPurpose(workspace)));
      place.execute();
    }
  }
}
