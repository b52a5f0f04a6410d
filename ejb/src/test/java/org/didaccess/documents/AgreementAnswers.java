package org.didaccess.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.didaccess.agreement.domain.AgreementMove;
import org.didaccess.agreement.domain.AgreementParty;
import org.didaccess.agreement.domain.AgreementRights;
import org.didaccess.agreement.domain.DataSharingAgreement;
import org.didaccess.identity.Roles;
import org.didaccess.identity.SeatView;
import org.didaccess.shared.Ids;

/** What the rights on agreements answer to each role, in every state. */
final class AgreementAnswers {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final UUID CONTROLLER = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000002");
  private static final AgreementParty PARTY =
      new AgreementParty(CONTROLLER, List.of("controller"), null, null);
  private static final String CHAIR = "chair of a controller's panel";

  private static final Map<String, Predicate<AgreementRights>> ACTS = new LinkedHashMap<>();

  static {
    ACTS.put("sign", rights -> rights.maySign(PARTY));
    ACTS.put("suspend", AgreementRights::maySuspend);
    ACTS.put("resume", AgreementRights::mayResume);
    ACTS.put("revoke", AgreementRights::mayRevoke);
    ACTS.put("end", AgreementRights::mayEnd);
    ACTS.put("record the destruction", AgreementRights::mayRecordDestruction);
    ACTS.put("order a release or workspace", AgreementRights::mayRelease);
  }

  private AgreementAnswers() {}

  static PolicyTable table() {
    PolicyTable table = new PolicyTable();
    ACTS.forEach(
        (act, may) -> {
          for (String role : Roles.OF_PEOPLE) {
            states()
                .forEach(
                    (state, agreement) ->
                        table.answer(
                            act,
                            role.equals(Roles.PANEL) ? CHAIR : role,
                            state,
                            may.test(rights(agreement, role, true)),
                            may.test(rights(agreement, role, false))));
          }
        });
    return table;
  }

  private static AgreementRights rights(DataSharingAgreement agreement, String role, boolean own) {
    return new AgreementRights(
        agreement,
        List.of(PARTY),
        new AgreementRights.Caller(
            Ids.next(),
            Set.of(role),
            seats(role, own ? CONTROLLER : OTHER),
            own && role.equals(Roles.RESEARCHER)));
  }

  private static List<SeatView> seats(String role, UUID organisation) {
    return switch (role) {
      case Roles.PANEL -> List.of(seat("chair", organisation));
      case Roles.SIGNATORY -> List.of(seat("signatory", organisation));
      default -> List.of();
    };
  }

  private static SeatView seat(String kind, UUID organisation) {
    return new SeatView(Ids.next(), organisation, "An organisation", kind, null);
  }

  /** An agreement in each state, reached by real moves. */
  private static Map<String, DataSharingAgreement> states() {
    Map<String, DataSharingAgreement> states = new LinkedHashMap<>();
    for (List<AgreementMove> path :
        List.of(
            List.<AgreementMove>of(),
            List.of(AgreementMove.ACTIVATE),
            List.of(AgreementMove.ACTIVATE, AgreementMove.SUSPEND),
            List.of(AgreementMove.REVOKE),
            List.of(AgreementMove.END),
            List.of(AgreementMove.END, AgreementMove.CLOSE))) {
      LocalDate today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
      DataSharingAgreement agreement =
          DataSharingAgreement.draft(
              new DataSharingAgreement.Draft(
                  Ids.next(),
                  "DSA-000001",
                  Ids.next(),
                  Ids.next(),
                  "Waiting times",
                  "Terms",
                  today,
                  today.plusYears(1)),
              NOW);
      path.forEach(move -> agreement.move(move, NOW));
      states.put(agreement.status().label(), agreement);
    }
    return states;
  }
}
