package org.didaccess.documents;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.didaccess.application.domain.ApplicationMove;
import org.didaccess.application.domain.ApplicationPolicy;
import org.didaccess.application.domain.DataAccessApplication;
import org.didaccess.governance.domain.Obstacle;
import org.didaccess.shared.Ids;

/** What differs between one's own application and another's, asked of the policies themselves. */
final class OwnAndOther {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000002");
  private static final List<String> OBSTACLES =
      List.of(
          "applicant",
          "collaborator",
          "signatory",
          "recipient",
          "applying-unit",
          "applicant-organisation",
          "not-independent",
          "no-independent-member",
          "no-seat",
          "slot-blocked");

  private OwnAndOther() {}

  static String markdown() {
    StringBuilder text =
        new StringBuilder(
            "\n## Own and other\n\n| act | state | own | other |\n|---|---|---|---|\n");
    states()
        .forEach(
            (state, application) -> {
              UUID own = application.applicant();
              row(
                  text,
                  "edit and submit",
                  state,
                  ApplicationPolicy.mayEdit(application, own),
                  ApplicationPolicy.mayEdit(application, OTHER));
              row(
                  text,
                  "withdraw",
                  state,
                  ApplicationPolicy.mayWithdraw(application, own),
                  ApplicationPolicy.mayWithdraw(application, OTHER));
              row(
                  text,
                  "accept the narrowed selection",
                  state,
                  ApplicationPolicy.mayAcceptNarrowed(application, own),
                  ApplicationPolicy.mayAcceptNarrowed(application, OTHER));
              row(
                  text,
                  "draft the agreement, as an officer",
                  state,
                  ApplicationPolicy.mayDraftAgreement(application, own, true),
                  ApplicationPolicy.mayDraftAgreement(application, OTHER, true));
            });
    text.append("\n## What keeps a panel's member from judging\n\n");
    OBSTACLES.forEach(word -> text.append("- ").append(Obstacle.sentence(word)).append('\n'));
    return text.toString();
  }

  private static void row(
      StringBuilder text, String act, String state, boolean own, boolean other) {
    if (own || other) {
      text.append(
          "| %s | %s | %s | %s |\n".formatted(act, state, own ? "yes" : "", other ? "yes" : ""));
    }
  }

  /** An application in each state, reached by real moves. */
  private static Map<String, DataAccessApplication> states() {
    Map<String, DataAccessApplication> states = new LinkedHashMap<>();
    for (List<ApplicationMove> path :
        List.of(
            List.<ApplicationMove>of(),
            List.of(ApplicationMove.SUBMIT),
            List.of(ApplicationMove.SUBMIT, ApplicationMove.RETURN),
            List.of(ApplicationMove.SUBMIT, ApplicationMove.ACCEPT),
            List.of(ApplicationMove.SUBMIT, ApplicationMove.ACCEPT, ApplicationMove.NARROW),
            List.of(ApplicationMove.SUBMIT, ApplicationMove.ACCEPT, ApplicationMove.APPROVE),
            List.of(ApplicationMove.SUBMIT, ApplicationMove.ACCEPT, ApplicationMove.REJECT),
            List.of(ApplicationMove.WITHDRAW))) {
      DataAccessApplication application =
          DataAccessApplication.start(
              new DataAccessApplication.Start(
                  Ids.next(), "DA-000001", "Waiting times", Ids.next(), Ids.next(), "", Ids.next()),
              NOW);
      path.forEach(move -> application.move(move, null, NOW));
      states.put(application.status().label(), application);
    }
    return states;
  }
}
