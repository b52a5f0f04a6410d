package org.didaccess.agreement.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.didaccess.agreement.AgreementStatus;
import org.didaccess.identity.Roles;
import org.didaccess.identity.SeatView;
import org.didaccess.shared.NotPermitted;

/**
 * Who may do what with one agreement. Closing is wide, opening is narrow: an officer or the chair
 * of a controller stops it, an officer alone lets it go on, a party's own signatory signs.
 *
 * @param agreement the agreement
 * @param parties who must sign
 * @param caller who asks
 */
public record AgreementRights(
    DataSharingAgreement agreement, List<AgreementParty> parties, Caller caller) {

  private static final String CHAIR = "chair";
  private static final String SIGNATORY = "signatory";
  private static final String CONTROLLER = "controller";

  /**
   * Who asks.
   *
   * @param person the person
   * @param roles roles of {@link Roles}
   * @param seats the person's seats
   * @param applies whether the person is applicant or collaborator of the application
   */
  public record Caller(UUID person, Set<String> roles, List<SeatView> seats, boolean applies) {

    /** Keeps its own copies. */
    public Caller {
      roles = Set.copyOf(roles);
      seats = List.copyOf(seats);
    }

    private boolean has(String role) {
      return roles.contains(role);
    }

    private boolean sits(String kind, UUID organisation) {
      return seats.stream()
          .anyMatch(seat -> seat.kind().equals(kind) && seat.organisationId().equals(organisation));
    }
  }

  /** Whether the caller may suspend it now. */
  public boolean maySuspend() {
    return agreement.may(AgreementMove.SUSPEND) && stops();
  }

  /** Whether the caller may let it go on now. */
  public boolean mayResume() {
    return agreement.may(AgreementMove.RESUME) && caller.has(Roles.OFFICER);
  }

  /** Whether the caller may revoke it now. */
  public boolean mayRevoke() {
    return agreement.may(AgreementMove.REVOKE) && stops();
  }

  /** Whether the caller may end it now. */
  public boolean mayEnd() {
    return agreement.may(AgreementMove.END) && (caller.has(Roles.OFFICER) || caller.applies());
  }

  /** Whether the caller may record that the data were destroyed. */
  public boolean mayRecordDestruction() {
    return agreement.may(AgreementMove.CLOSE) && caller.has(Roles.OFFICER);
  }

  /** Whether the caller may order a release or workspace. */
  public boolean mayRelease() {
    return agreement.status() == AgreementStatus.ACTIVE && caller.has(Roles.DATA_MANAGER);
  }

  /** Whether the caller may sign for a party now; one person signs for one party only. */
  public boolean maySign(AgreementParty party) {
    return agreement.may(AgreementMove.ACTIVATE)
        && !party.signed()
        && caller.sits(SIGNATORY, party.organisation())
        && parties.stream().noneMatch(other -> caller.person().equals(other.signedBy()));
  }

  /**
   * Demands a right.
   *
   * @param right one of the answers above
   * @param whoMay a sentence that says who may, and when
   * @throws NotPermitted where the caller has it not
   */
  public static void demand(boolean right, String whoMay) {
    if (!right) {
      throw new NotPermitted("not-permitted", whoMay);
    }
  }

  private boolean stops() {
    return caller.has(Roles.OFFICER)
        || parties.stream()
            .filter(party -> party.roles().contains(CONTROLLER))
            .anyMatch(party -> caller.sits(CHAIR, party.organisation()));
  }
}
