package org.didaccess.application.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.didaccess.db.EphemeralDatabase;
import org.junit.jupiter.api.Test;

/** "Covers" over values in Java and over stored rows in the database: one answer. */
class CoverageAgreesWithDatabaseTest {
  private static final int APPROVALS = 2_000;
  private static final int WANTED_EACH = 5;

  private final SeededSelections seeded = new SeededSelections(20260102);
  private final Map<UUID, Selection> selections = new LinkedHashMap<>();

  /** What was decided under an id, on the selection of another. */
  private record Decided(UUID decision, UUID selection, Approval approval) {}

  private record Pair(Decided decided, UUID wanted) {}

  @Test
  void ten_thousand_seeded_pairs_are_covered_in_java_where_they_are_in_the_database()
      throws SQLException {
    EphemeralDatabase database = EphemeralDatabase.fresh();
    try (Connection superuser = database.superuser();
        Connection app = database.connect("did_app")) {
      Map<String, List<String>> coarser = coarserFields(superuser);
      Coverage coverage = new Coverage(FieldOrder.of(coarser));
      List<Decided> decisions = new ArrayList<>();
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < APPROVALS; i++) {
        Decided decided = decide(coarser);
        decisions.add(decided);
        for (int j = 0; j < WANTED_EACH; j++) {
          pairs.add(new Pair(decided, keep(seeded.near(decided.approval()))));
        }
      }
      StoredSelections.store(app, selections);
      record(superuser, decisions);

      List<Boolean> inJava =
          pairs.stream()
              .map(p -> coverage.covers(p.decided().approval(), selections.get(p.wanted())))
              .toList();

      assertThat(covers(app, pairs)).isEqualTo(inJava);
      assertThat(inJava.stream().filter(covered -> covered).count())
          .as("both answers are common")
          .isBetween(pairs.size() / 10L, pairs.size() * 9L / 10);
    }
  }

  private Decided decide(Map<String, List<String>> coarser) {
    Selection asked = seeded.plausible();
    Approval approval = seeded.decided(asked, field -> coarser.getOrDefault(field, List.of()));
    return new Decided(seeded.id(), keep(asked), approval);
  }

  private UUID keep(Selection selection) {
    UUID id = seeded.id();
    selections.put(id, selection);
    return id;
  }

  /** Field → every less detailed field that the catalogue can compute from it. */
  private static Map<String, List<String>> coarserFields(Connection superuser) throws SQLException {
    Map<String, List<String>> found = new HashMap<>();
    try (Statement statement = superuser.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                WITH RECURSIVE up(field, coarser) AS (
                  SELECT finer, field_code FROM ledger.field_column, unnest(coarser_than) AS finer
                  UNION
                  SELECT up.field, c.field_code FROM up JOIN ledger.field_column c
                    ON up.coarser = ANY (c.coarser_than)
                ) SELECT field, coarser FROM up ORDER BY 1, 2
                """)) {
      while (rows.next()) {
        found.computeIfAbsent(rows.getString(1), f -> new ArrayList<>()).add(rows.getString(2));
      }
    }
    return found;
  }

  private static List<Boolean> covers(Connection app, List<Pair> pairs) throws SQLException {
    List<Boolean> found = new ArrayList<>();
    try (PreparedStatement query =
        app.prepareStatement(
            "SELECT guard.covers(d, s) FROM unnest(?::uuid[], ?::uuid[]) WITH ORDINALITY AS"
                + " pair(d, s, place) ORDER BY place")) {
      query.setArray(
          1, app.createArrayOf("uuid", pairs.stream().map(p -> p.decided().decision()).toArray()));
      query.setArray(2, app.createArrayOf("uuid", pairs.stream().map(Pair::wanted).toArray()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getBoolean(1));
        }
      }
    }
    return found;
  }

  /** Decisions as ledger rows, put there directly: what is compared is the rule, not the way. */
  private static void record(Connection superuser, List<Decided> decisions) throws SQLException {
    superuser.setAutoCommit(false);
    run(
        superuser,
        """
        INSERT INTO ledger.entry (act, method, payload, payload_sha256)
          VALUES ('fixture', 'none', '{}', repeat('0', 64));
        INSERT INTO ledger.person (id, login, entry_id) SELECT gen_random_uuid(), 'fixture', max(id) FROM ledger.entry;
        INSERT INTO ledger.submission (version_id, application_id, version_no, selection_id, digest, applicant,
            applicant_organisation, applicant_unit, entry_id)
          SELECT gen_random_uuid(), gen_random_uuid(), 1, gen_random_uuid(), repeat('0', 64), p.id, o.id, '', p.entry_id
          FROM ledger.person p, ledger.organisation o WHERE p.login = 'fixture' AND o.ods_code = 'X26';
        """);
    for (Decided decided : decisions) {
      insert(superuser, decided);
    }
    superuser.commit();
    superuser.setAutoCommit(true);
  }

  private static void insert(Connection superuser, Decided decided) throws SQLException {
    update(
        superuser,
        """
        WITH entry AS (
          INSERT INTO ledger.entry (act, method, payload, payload_sha256)
            VALUES ('fixture', 'none', '{}', repeat('0', 64)) RETURNING id)
        INSERT INTO ledger.decision (id, version_id, selection_id, digest, controllership_id,
            holder_organisation_id, outcome, reason, decided_by, entry_id)
          SELECT ?, v.version_id, ?, ?, c.id, c.organisation_id, 'approve', 'fixture', v.applicant, entry.id
          FROM ledger.submission v, ledger.controllership c, entry
          WHERE c.id = '0d1d0000-0000-4000-8000-000000000011'
        """,
        decided.decision(),
        decided.selection(),
        SelectionDigest.of(decided.approval().selection()));
    for (String field : decided.approval().selection().fields()) {
      String coarser = decided.approval().coarsened().get(field);
      String outcome = decided.approval().struck().contains(field) ? "strike" : "approve";
      update(
          superuser,
          "INSERT INTO ledger.decision_field VALUES (?, ?, ?, ?)",
          decided.decision(),
          field,
          coarser == null ? outcome : "coarsen",
          coarser);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
