package org.didaccess.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.didaccess.application.Objections;
import org.didaccess.application.SelectionView;
import org.didaccess.shared.TurnView;

/**
 * An agreement with everything that its page shows.
 *
 * @param id the agreement
 * @param reference its reference
 * @param applicationId the application it came from
 * @param versionId the version it covers
 * @param title the application's short name
 * @param status where it stands
 * @param statusLabel the same in words
 * @param guardState what the guard makes of it now, such as {@code active} or {@code expired}
 * @param startsOn first day
 * @param endsOn last day
 * @param selection what may be used
 * @param objections what becomes of patients' objections
 * @param textSha256 SHA-256 of the text that is signed
 * @param parties who must sign
 * @param people named analysts and recipients
 * @param history what happened to it, the oldest first
 * @param turn whose turn it is
 * @param maySuspend whether the caller may suspend it
 * @param mayResume whether the caller may resume it
 * @param mayRevoke whether the caller may revoke it
 * @param mayEnd whether the caller may end it
 * @param mayRecordDestruction whether the caller may record the destruction
 * @param mayRelease whether the caller may order a release or workspace under it
 */
public record AgreementView(
    UUID id,
    String reference,
    UUID applicationId,
    UUID versionId,
    String title,
    AgreementStatus status,
    String statusLabel,
    String guardState,
    LocalDate startsOn,
    LocalDate endsOn,
    SelectionView selection,
    Objections objections,
    String textSha256,
    List<PartyView> parties,
    List<NamedPersonView> people,
    List<AgreementEventView> history,
    TurnView turn,
    boolean maySuspend,
    boolean mayResume,
    boolean mayRevoke,
    boolean mayEnd,
    boolean mayRecordDestruction,
    boolean mayRelease) {

  /** Keeps its own copies of the lists. */
  public AgreementView {
    parties = List.copyOf(parties);
    people = List.copyOf(people);
    history = List.copyOf(history);
  }
}
