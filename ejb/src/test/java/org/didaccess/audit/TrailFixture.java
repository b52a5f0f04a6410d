package org.didaccess.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.audit.application.CheckpointLog;
import org.didaccess.audit.application.OfflineCheck;
import org.didaccess.audit.application.TrailExport;
import org.didaccess.audit.domain.CheckpointSigner;
import org.didaccess.audit.domain.SignedCheckpoint;
import org.didaccess.audit.domain.TrailVerdict;
import org.didaccess.audit.infrastructure.CheckpointFolder;
import org.didaccess.audit.infrastructure.JdbcTrailSource;
import org.didaccess.audit.infrastructure.SignerKeyFiles;
import org.didaccess.db.EphemeralDatabase;

/** A trail in a real database, with its checkpoints and key in a folder. */
final class TrailFixture {

  static final String FIRST_CHAIN = new UUID(0, 1).toString();
  static final String SECOND_CHAIN = new UUID(0, 2).toString();

  private final EphemeralDatabase database = EphemeralDatabase.fresh();
  private final JdbcTrailSource trail = new JdbcTrailSource(database.as("did_app"));
  private final Path home;
  private final CheckpointSigner signer;

  TrailFixture(Path home) {
    this.home = home;
    this.signer = new SignerKeyFiles(home.resolve("keys")).signer();
  }

  EphemeralDatabase database() {
    return database;
  }

  CheckpointSigner signer() {
    return signer;
  }

  /** Records acts by turns in two chains, as the application would. */
  TrailFixture recordActs(int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      record(i % 2 == 0 ? FIRST_CHAIN : SECOND_CHAIN, "act-" + i);
    }
    return this;
  }

  void record(String chain, String act) throws SQLException {
    try (Connection app = database.connect("did_app");
        PreparedStatement call = app.prepareStatement("SELECT audit.record(?, ?, ?, NULL, ?)")) {
      call.setString(1, "agreement");
      call.setString(2, chain);
      call.setString(3, act);
      call.setString(4, "{\"note\": \"line\\nbreak \u00e9\"}");
      call.execute();
    }
  }

  /** A server's checkpoint log, as after a start. */
  CheckpointLog startedLog() {
    return log("checkpoints");
  }

  /** The log of someone who has the key and threw the checkpoints of the server away. */
  CheckpointLog logWithoutMemory() {
    return log("forged");
  }

  private CheckpointLog log(String folder) {
    CheckpointFolder checkpoints = new CheckpointFolder(home.resolve(folder));
    return new CheckpointLog(trail, checkpoints, signer, Clock.systemUTC());
  }

  List<String> export() throws IOException {
    return exportUpTo(startedLog().checkpoint());
  }

  List<String> exportUpTo(SignedCheckpoint closing) throws IOException {
    StringWriter text = new StringWriter();
    new TrailExport(trail).write(closing, text);
    return new ArrayList<>(text.toString().lines().toList());
  }

  /** Changes the database as a superuser who switches the triggers off. */
  void tamper(String sql) throws SQLException {
    try (Connection superuser = database.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("ALTER TABLE audit.event DISABLE TRIGGER ALL");
      statement.execute("ALTER TABLE audit.leaf DISABLE TRIGGER ALL");
      statement.execute(sql);
    }
  }

  TrailVerdict check(List<String> export, SignedCheckpoint... held) throws IOException {
    OfflineCheck check = new OfflineCheck(List.of(held), Optional.of(signer.signerKey()));
    return check.check(new BufferedReader(new StringReader(String.join("\n", export))));
  }
}
