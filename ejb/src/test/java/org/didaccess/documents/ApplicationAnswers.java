package org.didaccess.documents;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.didaccess.application.domain.ApplicationMove;
import org.didaccess.application.domain.ApplicationPolicy;
import org.didaccess.application.domain.DataAccessApplication;
import org.didaccess.identity.Roles;
import org.didaccess.shared.Ids;

/** What the policy on applications answers to each role, in every state. */
final class ApplicationAnswers {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000002");

  private ApplicationAnswers() {}

  static PolicyTable table() {
    PolicyTable table = new PolicyTable();
    states().forEach((state, application) -> ask(table, state, application));
    return table;
  }

  private static void ask(PolicyTable table, String state, DataAccessApplication application) {
    UUID own = application.applicant();
    boolean submitted = application.versionNumber() > 0;
    for (String role : Roles.OF_PEOPLE) {
      boolean reviewer = role.equals(Roles.PANEL);
      table.answer(
          "read",
          role,
          state,
          ApplicationPolicy.mayRead(true, submitted, reviewer, Set.of(role)),
          ApplicationPolicy.mayRead(false, submitted, reviewer, Set.of(role)));
    }
    table.answer(
        "edit and submit",
        Roles.RESEARCHER,
        state,
        ApplicationPolicy.mayEdit(application, own),
        ApplicationPolicy.mayEdit(application, OTHER));
    table.answer(
        "withdraw",
        Roles.RESEARCHER,
        state,
        ApplicationPolicy.mayWithdraw(application, own),
        ApplicationPolicy.mayWithdraw(application, OTHER));
    table.answer(
        "accept the narrowed selection",
        Roles.RESEARCHER,
        state,
        ApplicationPolicy.mayAcceptNarrowed(application, own),
        ApplicationPolicy.mayAcceptNarrowed(application, OTHER));
    table.answer(
        "draft the agreement",
        Roles.OFFICER,
        state,
        ApplicationPolicy.mayDraftAgreement(application, own, true),
        ApplicationPolicy.mayDraftAgreement(application, OTHER, true));
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
            List.of(ApplicationMove.SUBMIT, ApplicationMove.WITHDRAW))) {
      DataAccessApplication application =
          DataAccessApplication.start(
              new DataAccessApplication.Start(
                  Ids.next(), "DA-000001", "Waiting times", Ids.next(), Ids.next(), "", Ids.next()),
              NOW);
      path.forEach(move -> take(application, move));
      states.put(application.status().label(), application);
    }
    return states;
  }

  private static void take(DataAccessApplication application, ApplicationMove move) {
    if (move == ApplicationMove.SUBMIT) {
      application.submit(Ids.next(), NOW);
    } else {
      application.move(move, null, NOW);
    }
  }
}
