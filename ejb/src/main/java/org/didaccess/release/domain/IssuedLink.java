package org.didaccess.release.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A link that was given to a recipient; only the digest of its secret is kept. */
@Entity
@Table(schema = "app", name = "download_link")
public class IssuedLink {

  /** How long a link is good for. */
  public static final Duration TERM = Duration.ofDays(1);

  @Id private UUID id;

  @Column(name = "run_id")
  private UUID extractId;

  @Column(name = "person_id")
  private UUID personId;

  @Column(name = "token_sha256")
  private String tokenSha256;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  /** For the persistence provider. */
  protected IssuedLink() {}

  /** A link for one person, good for {@link #TERM}. */
  public IssuedLink(UUID id, UUID extractId, UUID personId, String tokenSha256, Instant at) {
    this.id = id;
    this.extractId = extractId;
    this.personId = personId;
    this.tokenSha256 = tokenSha256;
    this.issuedAt = at;
    this.expiresAt = at.plus(TERM);
  }

  /** Whether it still opens at this instant. */
  public boolean isGoodAt(Instant instant) {
    return !instant.isBefore(issuedAt) && instant.isBefore(expiresAt);
  }

  /** Whether it was given to this person. */
  public boolean isFor(UUID person) {
    return personId.equals(person);
  }

  /** The link's id. */
  public UUID id() {
    return id;
  }

  /** What it opens. */
  public UUID extractId() {
    return extractId;
  }

  /** Whom it was given to. */
  public UUID personId() {
    return personId;
  }

  /** When it stops working. */
  public Instant expiresAt() {
    return expiresAt;
  }
}
