package org.didaccess.release.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.ExtractReference;
import org.didaccess.release.ExtractStatus;
import org.didaccess.release.OrderExtract;
import org.didaccess.release.RefreshContent;
import org.didaccess.release.RefreshFigures;

/**
 * One extract from its order to its publication or recall. Its id is also the guard's run: the
 * guard decides at each opening and at the publication whether the data may leave; this keeps where
 * the work stands.
 */
@Entity
@Table(schema = "app", name = "extract")
public class Extract {

  @Id private UUID id;

  private String reference;

  @Column(name = "agreement_id")
  private UUID agreementId;

  @Column(name = "recipient_id")
  private UUID recipientId;

  @Column(name = "recipient_key")
  private String recipientKey;

  @Enumerated(EnumType.STRING)
  private ExtractFormat format;

  @Column(name = "requested_by")
  private UUID requestedBy;

  @Column(name = "prepared_by")
  private UUID preparedBy;

  @Enumerated(EnumType.STRING)
  private ExtractStatus status;

  @Column(name = "status_since")
  private Instant statusSince;

  @Column(name = "run_token")
  private byte[] runToken;

  @Embedded private StoredPackage written;

  @Embedded private StoredRefresh refresh;

  @Column(name = "checked_by")
  private UUID checkedBy;

  @Column(name = "check_note")
  private String checkNote;

  @Column(name = "published_by")
  private UUID publishedBy;

  @Column(name = "offered_until")
  private Instant offeredUntil;

  @Column(name = "fetched_at")
  private Instant fetchedAt;

  private String reason;

  @Column(name = "destroyed_by")
  private UUID destroyedBy;

  @Column(name = "destruction_statement")
  private String destructionStatement;

  @Column(name = "ordered_at")
  private Instant orderedAt;

  @Version private long version;

  /** For the persistence provider. */
  protected Extract() {}

  /**
   * An ordered extract.
   *
   * @param wrappedRunToken the run's secret, wrapped by the master key
   */
  public Extract(UUID id, OrderExtract order, UUID preparedBy, byte[] wrappedRunToken, Instant at) {
    this.id = id;
    this.reference = ExtractReference.of(id);
    this.agreementId = order.agreement();
    this.recipientId = order.recipientOrganisation();
    this.recipientKey = order.recipientKey();
    this.format = order.format();
    this.requestedBy = order.requestedBy();
    this.preparedBy = preparedBy;
    this.runToken = wrappedRunToken.clone();
    this.orderedAt = at;
    this.status = ExtractStatus.ORDERED;
    this.statusSince = at;
  }

  /**
   * A refresh that a standing order brought about.
   *
   * @param base the refresh that it follows on; null where it stands alone
   */
  public static Extract refresh(
      UUID id,
      StandingOrder order,
      RefreshContent content,
      UUID base,
      byte[] wrappedRunToken,
      Instant at) {
    OrderExtract once =
        new OrderExtract(
            order.agreementId(),
            order.requestedBy(),
            order.recipientId(),
            order.recipientKey(),
            order.format(),
            null);
    Extract extract = new Extract(id, once, order.orderedBy(), wrappedRunToken, at);
    extract.refresh = new StoredRefresh(order.id(), content, base);
    return extract;
  }

  /** The form of the data files. */
  public ExtractFormat format() {
    return format;
  }

  /** The engine begins. */
  public void startPreparing(Instant at) {
    move(ExtractMove.PREPARE, at);
  }

  /** The engine stops at its next row; what is finished is kept. */
  public void pause(Instant at) {
    move(ExtractMove.PAUSE, at);
  }

  /** The engine may go on where it stopped. */
  public void resume(Instant at) {
    move(ExtractMove.RESUME, at);
  }

  /** The package is written. */
  public void prepared(PreparedPackage made, Instant at) {
    move(ExtractMove.FINISH, at);
    written = new StoredPackage(made);
    refresh().ifPresent(kept -> kept.keep(made.refresh()));
  }

  /** A second person looked at it. */
  public void check(UUID checker, String note, Instant at) {
    move(ExtractMove.CHECK, at);
    checkedBy = checker;
    checkNote = note;
  }

  /** It is offered to the recipient until this instant. */
  public void publish(UUID publisher, Instant until, Instant at) {
    move(ExtractMove.PUBLISH, at);
    publishedBy = publisher;
    offeredUntil = until;
    forgetSample();
  }

  /** A recipient fetches it; the first time counts. */
  public void fetched(Instant at) {
    if (fetchedAt == null) {
      fetchedAt = at;
    }
  }

  /** Whether a recipient ever fetched it. */
  public boolean wasFetched() {
    return fetchedAt != null;
  }

  /** The preparation failed for good. */
  public void fail(String why, Instant at) {
    move(ExtractMove.FAIL, at);
    reason = why;
    forgetSample();
  }

  /** Given up before its publication. */
  public void cancel(String why, Instant at) {
    move(ExtractMove.CANCEL, at);
    reason = why;
    forgetSample();
  }

  /** Rows of people are kept for whoever decides whether it leaves, and no longer. */
  public void forgetSample() {
    if (written != null) {
      written.forgetSample();
    }
  }

  /** Taken back after its publication. */
  public void recall(String why, Instant at) {
    move(ExtractMove.RECALL, at);
    reason = why;
  }

  /** A recipient has destroyed every copy of what was recalled. */
  public void confirmDestroyed(UUID recipient, String statement, Instant at) {
    move(ExtractMove.CONFIRM_DESTROYED, at);
    destroyedBy = recipient;
    destructionStatement = statement;
  }

  /** Whether it can be downloaded at this instant. */
  public boolean isOfferedAt(Instant instant) {
    return status == ExtractStatus.PUBLISHED && instant.isBefore(offeredUntil);
  }

  /** Whether this can be done with it now. */
  public boolean may(ExtractMove move) {
    return ExtractStates.table().may(status, move);
  }

  private void move(ExtractMove move, Instant at) {
    status = ExtractStates.table().after(status, move);
    statusSince = at;
  }

  /** The extract's id, also the guard's run. */
  public UUID id() {
    return id;
  }

  /** What people call it. */
  public String reference() {
    return reference;
  }

  /** The agreement it leaves under. */
  public UUID agreementId() {
    return agreementId;
  }

  /** The receiving organisation. */
  public UUID recipientId() {
    return recipientId;
  }

  /** The recipient's own public key. */
  public String recipientKey() {
    return recipientKey;
  }

  /** Who asked for it. */
  public UUID requestedBy() {
    return requestedBy;
  }

  /** Who ordered and so prepared it. */
  public UUID preparedBy() {
    return preparedBy;
  }

  /** Where it stands. */
  public ExtractStatus status() {
    return status;
  }

  /** Since when it stands there. */
  public Instant statusSince() {
    return statusSince;
  }

  /** Since when the engine works on it; nothing where it does not. */
  public Optional<Instant> workedOnSince() {
    return may(ExtractMove.FINISH) ? Optional.of(statusSince) : Optional.empty();
  }

  /** The run's secret, wrapped. */
  public byte[] wrappedRunToken() {
    return runToken.clone();
  }

  /** What was written, once it is prepared. */
  public Optional<PreparedPackage> prepared() {
    return Optional.ofNullable(written)
        .map(kept -> kept.prepared(refresh().flatMap(StoredRefresh::figures).orElse(null)));
  }

  /** As which refresh it came about; empty where somebody ordered it by itself. */
  public Optional<StoredRefresh> refresh() {
    return Optional.ofNullable(refresh).filter(kept -> kept.standingOrder() != null);
  }

  /** Whether its rows are changes since another and not all that there are. */
  public boolean isOfChanges() {
    return refresh().filter(kept -> kept.content() == RefreshContent.CHANGES).isPresent();
  }

  /** How many rows the recipient has with it, once it is prepared. */
  public long rowsHeld() {
    return refresh()
        .flatMap(StoredRefresh::figures)
        .map(RefreshFigures::held)
        .orElseGet(written::rows);
  }

  /** Who checked it, or null. */
  public UUID checkedBy() {
    return checkedBy;
  }

  /** What the checker noted, or null. */
  public String checkNote() {
    return checkNote;
  }

  /** Who published it, or null. */
  public UUID publishedBy() {
    return publishedBy;
  }

  /** Until when it is offered, or null. */
  public Instant offeredUntil() {
    return offeredUntil;
  }

  /** Why it failed, was cancelled or recalled, or null. */
  public String reason() {
    return reason;
  }

  /** Who confirmed that every copy is destroyed, or null. */
  public UUID destroyedBy() {
    return destroyedBy;
  }

  /** What that person stated, or null. */
  public String destructionStatement() {
    return destructionStatement;
  }

  /** When it was ordered. */
  public Instant orderedAt() {
    return orderedAt;
  }

  /** For comparing with what a caller saw. */
  public long version() {
    return version;
  }
}
