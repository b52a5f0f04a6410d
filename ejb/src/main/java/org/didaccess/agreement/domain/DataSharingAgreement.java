package org.didaccess.agreement.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.didaccess.agreement.AgreementStatus;
import org.didaccess.shared.Sha256;

/**
 * The terms under which an approved selection may be used. It changes only by moves of {@link
 * AgreementTransitions}; its text never changes.
 */
@Entity
@Table(name = "data_sharing_agreement", schema = "app")
public class DataSharingAgreement {

  @Id private UUID id;
  private String reference;

  @Column(name = "application_id")
  private UUID applicationId;

  @Column(name = "version_id")
  private UUID versionId;

  private String title;
  private String text;

  @Column(name = "text_sha256")
  private String textSha256;

  @Enumerated(EnumType.STRING)
  private AgreementStatus status;

  @Column(name = "status_since")
  private Instant statusSince;

  @Column(name = "starts_on")
  private LocalDate startsOn;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  @Version
  @Column(name = "lock_version")
  private long lockVersion;

  /** For JPA. */
  protected DataSharingAgreement() {}

  /** What an agreement is drafted from. */
  public record Draft(
      UUID id,
      String reference,
      UUID application,
      UUID version,
      String title,
      String text,
      LocalDate startsOn,
      LocalDate endsOn) {}

  /** A new agreement that nobody has signed. */
  public static DataSharingAgreement draft(Draft draft, Instant at) {
    DataSharingAgreement agreement = new DataSharingAgreement();
    agreement.id = draft.id();
    agreement.reference = draft.reference();
    agreement.applicationId = draft.application();
    agreement.versionId = draft.version();
    agreement.title = draft.title();
    agreement.text = draft.text();
    agreement.textSha256 = Sha256.hex(draft.text());
    agreement.startsOn = draft.startsOn();
    agreement.endsOn = draft.endsOn();
    agreement.status = AgreementStatus.DRAFTED;
    agreement.statusSince = at;
    return agreement;
  }

  /** Any move. */
  public void move(AgreementMove move, Instant at) {
    status = AgreementTransitions.TABLE.after(status, move);
    statusSince = at;
  }

  /** Whether the move is possible now. */
  public boolean may(AgreementMove move) {
    return AgreementTransitions.TABLE.may(status, move);
  }

  /** Whether its last day lies before this one. */
  public boolean isOver(LocalDate today) {
    return endsOn.isBefore(today);
  }

  /** The id. */
  public UUID id() {
    return id;
  }

  /** The reference. */
  public String reference() {
    return reference;
  }

  /** The application it came from. */
  public UUID application() {
    return applicationId;
  }

  /** The version it covers. */
  public UUID version() {
    return versionId;
  }

  /** The application's short name. */
  public String title() {
    return title;
  }

  /** The text that is signed. */
  public String text() {
    return text;
  }

  /** SHA-256 of the text. */
  public String textSha256() {
    return textSha256;
  }

  /** Where it stands. */
  public AgreementStatus status() {
    return status;
  }

  /** Since when it stands there. */
  public Instant statusSince() {
    return statusSince;
  }

  /** First day. */
  public LocalDate startsOn() {
    return startsOn;
  }

  /** Last day. */
  public LocalDate endsOn() {
    return endsOn;
  }
}
