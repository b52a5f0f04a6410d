package org.didaccess.documents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.didaccess.application.Objections;
import org.didaccess.identity.Confirmation;
import org.didaccess.identity.Roles;
import org.didaccess.release.ColumnFigures;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.HandledObjections;
import org.didaccess.release.OrderExtract;
import org.didaccess.release.domain.Disclosure;
import org.didaccess.release.domain.Extract;
import org.didaccess.release.domain.ExtractMove;
import org.didaccess.release.domain.PreparedPackage;
import org.didaccess.release.domain.TwoPersonPolicy;
import org.didaccess.shared.Ids;

/** What the rule of two people answers, in every state of an extract on its way out. */
final class ExtractAnswers {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final UUID PREPARER = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UUID REQUESTER = UUID.fromString("00000000-0000-4000-8000-000000000002");
  private static final UUID SECOND = UUID.fromString("00000000-0000-4000-8000-000000000003");

  private ExtractAnswers() {}

  static PolicyTable table() {
    PolicyTable table = new PolicyTable();
    Extract extract = ordered();
    ask(table, extract);
    extract.startPreparing(NOW);
    ask(table, extract);
    extract.prepared(
        new PreparedPackage(
            12,
            345,
            "ab".repeat(32),
            new Disclosure(List.of("age"), 3L, 2L),
            HandledObjections.notUpheld(Objections.CONSENT),
            List.of(),
            List.of(new ColumnFigures("age", 1, 40)),
            null,
            null),
        NOW);
    ask(table, extract);
    extract.check(SECOND, "Rows by month were looked at.", NOW);
    ask(table, extract);
    extract.publish(SECOND, NOW.plusSeconds(1), NOW);
    ask(table, extract);
    return table;
  }

  private static void ask(PolicyTable table, Extract extract) {
    answer(table, "check", ExtractMove.CHECK, extract, TwoPersonPolicy::mayCheck);
    answer(table, "publish", ExtractMove.PUBLISH, extract, TwoPersonPolicy::mayPublish);
  }

  private static void answer(
      PolicyTable table,
      String act,
      ExtractMove move,
      Extract extract,
      BiPredicate<Extract, UUID> policy) {
    table.answer(
        act,
        Roles.DATA_MANAGER,
        extract.status().label(),
        extract.may(move) && (policy.test(extract, PREPARER) || policy.test(extract, REQUESTER)),
        extract.may(move) && policy.test(extract, SECOND));
  }

  private static Extract ordered() {
    return new Extract(
        Ids.next(),
        new OrderExtract(
            Ids.next(),
            REQUESTER,
            Ids.next(),
            "age1invented",
            ExtractFormat.CSV_ZSTD,
            new Confirmation("not used here")),
        PREPARER,
        new byte[0],
        NOW);
  }
}
