package org.didaccess.release.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.OrderRefreshes;
import org.didaccess.release.RefreshContent;
import org.didaccess.shared.IllegalMove;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.RecipientKeys;

/** An order for a refresh every month, from a day of the month on, until it is ended. */
@Entity
@Table(name = "standing_order", schema = "app")
public class StandingOrder {

  @Id private UUID id;

  @Column(name = "agreement_id")
  private UUID agreementId;

  @Column(name = "recipient_id")
  private UUID recipientId;

  @Column(name = "recipient_key")
  private String recipientKey;

  @Column(name = "requested_by")
  private UUID requestedBy;

  @Column(name = "ordered_by")
  private UUID orderedBy;

  @Enumerated(EnumType.STRING)
  private RefreshContent content;

  @Enumerated(EnumType.STRING)
  private ExtractFormat format;

  @Column(name = "day_of_month")
  private int dayOfMonth;

  @Column(name = "ordered_at")
  private Instant orderedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "end_reason")
  private String endReason;

  @Column(name = "refused_on")
  private LocalDate refusedOn;

  private String refusal;

  @Version private long version;

  /** For the persistence provider. */
  protected StandingOrder() {}

  /** A standing order that was given now. */
  public StandingOrder(UUID id, OrderRefreshes order, UUID orderedBy, Instant at) {
    this.id = id;
    this.agreementId = order.agreement();
    this.recipientId = order.recipientOrganisation();
    this.recipientKey = order.recipientKey();
    this.requestedBy = order.requestedBy();
    this.orderedBy = orderedBy;
    this.content = order.content();
    this.format = order.format();
    this.dayOfMonth = order.dayOfMonth();
    this.orderedAt = at;
  }

  /**
   * Whether a refresh is to be prepared on that day. What was refused is tried again on the next.
   *
   * @param today London's date
   */
  public boolean isDueOn(LocalDate today) {
    return endedAt == null
        && today.getDayOfMonth() >= dayOfMonth
        && (refusedOn == null || refusedOn.isBefore(today));
  }

  /**
   * Asks for the recipient's key before anything is read: one that was good when the order was
   * given may have expired or been revoked since.
   *
   * @throws InvalidInput with what is to be done about it
   */
  public void demandUsableKey(Instant now) {
    RecipientKeys.faultOf(recipientKey, now)
        .ifPresent(
            fault -> {
              throw new InvalidInput("recipientKey", fault);
            });
  }

  /** Something stood in the way today. */
  public void refused(String why, LocalDate today) {
    refusal = why;
    refusedOn = today;
  }

  /** A refresh was ordered by it. */
  public void served() {
    refusal = null;
    refusedOn = null;
  }

  /**
   * No more refreshes.
   *
   * @throws IllegalMove where it was ended already
   */
  public void end(String why, Instant at) {
    if (endedAt != null) {
      throw new IllegalMove("This standing order was ended already.");
    }
    endedAt = at;
    endReason = why;
  }

  /** Its id, also in the ledger. */
  public UUID id() {
    return id;
  }

  /** The agreement under which refreshes leave. */
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

  /** Who asked for refreshes. */
  public UUID requestedBy() {
    return requestedBy;
  }

  /** Who gave it: the one who prepares. */
  public UUID orderedBy() {
    return orderedBy;
  }

  /** All rows, or changes where the recipient holds what they follow on. */
  public RefreshContent content() {
    return content;
  }

  /** The form of the data files. */
  public ExtractFormat format() {
    return format;
  }

  /** From which day of a month on its refresh is prepared. */
  public int dayOfMonth() {
    return dayOfMonth;
  }

  /** When it was given. */
  public Instant orderedAt() {
    return orderedAt;
  }

  /** When it was ended, or nothing. */
  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  /** Why it was ended, or null. */
  public String endReason() {
    return endReason;
  }

  /** What stands in the way of the refresh that is due, or null. */
  public String refusal() {
    return refusal;
  }
}
