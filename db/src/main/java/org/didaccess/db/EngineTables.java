package org.didaccess.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * The process engine's own tables, by the scripts that come with the engine's artefact (copied next
 * to the migrations by the build). Its identity tables are needed by its mappings alone and stay
 * empty: people belong to the ledger.
 */
final class EngineTables implements JavaMigration {
  private static final List<String> PARTS =
      List.of(
          "engine",
          "history",
          "identity",
          "case.engine",
          "case.history",
          "decision.engine",
          "decision.history");

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("20");
  }

  @Override
  public String getDescription() {
    return "tables of the process engine";
  }

  @Override
  public Integer getChecksum() {
    CRC32 checksum = new CRC32();
    PARTS.forEach(part -> checksum.update(script(part).getBytes(StandardCharsets.UTF_8)));
    return (int) checksum.getValue();
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws Exception {
    try (Statement statement = context.getConnection().createStatement()) {
      statement.execute("SET LOCAL search_path = engine");
      for (String part : PARTS) {
        statement.execute(script(part));
      }
    }
  }

  private static String script(String part) {
    String name = "/org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql";
    try (InputStream in = EngineTables.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new DatabaseProblem("The build left out " + name + ". Build again from clean.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new DatabaseProblem("Cannot read " + name, e);
    }
  }
}
