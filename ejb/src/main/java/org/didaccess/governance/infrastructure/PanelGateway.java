package org.didaccess.governance.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.didaccess.governance.CastVote;
import org.didaccess.governance.VoteView;
import org.didaccess.governance.domain.Words;
import org.didaccess.shared.infrastructure.Database;

/** Votes, decisions and conditions through the guard. */
@ApplicationScoped
public class PanelGateway {

  private static final String VOTES =
      """
      SELECT DISTINCT ON (v.person_id) v.person_id, coalesce(l.name, p.login) AS name, v.vote, v.comment, e.at
      FROM ledger.vote v
      JOIN ledger.entry e ON e.id = v.entry_id
      JOIN ledger.person p ON p.id = v.person_id
      LEFT JOIN app.person_label l ON l.person_id = v.person_id
      WHERE v.version_id = ? AND v.controllership_id = ?
      ORDER BY v.person_id, v.entry_id DESC""";

  private final Database database;

  /** For the container's proxy. */
  protected PanelGateway() {
    this(null);
  }

  /** Over the main database. */
  @Inject
  public PanelGateway(Database database) {
    this.database = database;
  }

  /** Casts a vote. */
  public void vote(UUID ticket, String payload) {
    database.call("SELECT guard.vote(?, ?)", ticket, payload);
  }

  /** Decides. */
  public void decide(UUID ticket, String payload) {
    database.call("SELECT guard.decide(?, ?)", ticket, payload);
  }

  /** Records that a condition is met. */
  public void recordConditionMet(UUID ticket, String payload) {
    database.call("SELECT guard.record_condition_met(?, ?)", ticket, payload);
  }

  /** Takes an approval back. */
  public void withdrawDecision(UUID decision, UUID actor, String reason) {
    database.call("SELECT guard.withdraw_decision(?, ?, ?)", decision, actor, reason);
  }

  /** Why the person may not decide, as the guard's word; null where they may. */
  public String obstacle(UUID person, UUID version, UUID controllership) {
    return database.value(
        "SELECT guard.may_decide(?, ?, ?)", String.class, person, version, controllership);
  }

  /** The panel's votes, each member's last. */
  public List<VoteView> votes(UUID version, UUID controllership, UUID caller) {
    return database.list(
        VOTES,
        row ->
            new VoteView(
                row.getString("name"),
                Words.parse(CastVote.Vote.class, row.getString("vote")),
                row.getString("comment"),
                Database.instant(row, "at"),
                caller.equals(Database.id(row, "person_id"))),
        version,
        controllership);
  }
}
