package org.didaccess.application.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A version exactly as it was submitted. It never changes. */
@Entity
@Table(name = "application_version", schema = "app")
public class ApplicationVersion {

  @Id private UUID id;

  @Column(name = "application_id")
  private UUID applicationId;

  private int number;

  @Column(name = "selection_id")
  private UUID selectionId;

  private String digest;
  private String title;

  @Column(name = "applicant_id")
  private UUID applicantId;

  @Column(name = "organisation_id")
  private UUID organisationId;

  private String unit;
  private String answers;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @ElementCollection
  @CollectionTable(
      name = "version_collaborator",
      schema = "app",
      joinColumns = @JoinColumn(name = "version_id"))
  @AttributeOverride(name = "id", column = @Column(name = "person_id"))
  private Set<IdRow> collaborators = new HashSet<>();

  /** For JPA. */
  protected ApplicationVersion() {}

  /** Freezes an application with this selection as its next version. */
  public static ApplicationVersion freeze(
      DataAccessApplication application, SelectionRecord selection, UUID id, Instant at) {
    ApplicationVersion version = new ApplicationVersion();
    version.id = id;
    version.applicationId = application.id();
    version.number = application.versionNumber() + 1;
    version.selectionId = selection.id();
    version.digest = SelectionDigest.of(selection.content());
    version.title = application.title();
    version.applicantId = application.applicant();
    version.organisationId = application.organisation();
    version.unit = application.unit();
    version.answers = AnswerText.write(application.answers());
    version.collaborators = IdRow.of(application.collaborators());
    version.submittedAt = at;
    return version;
  }

  /** The id. */
  public UUID id() {
    return id;
  }

  /** The application. */
  public UUID application() {
    return applicationId;
  }

  /** 1, 2, 3 … */
  public int number() {
    return number;
  }

  /** The frozen rows of what was asked for. */
  public UUID selection() {
    return selectionId;
  }

  /** The digest of the selection. */
  public String digest() {
    return digest;
  }

  /** The short name. */
  public String title() {
    return title;
  }

  /** Who applied. */
  public UUID applicant() {
    return applicantId;
  }

  /** For which organisation. */
  public UUID organisation() {
    return organisationId;
  }

  /** The part of the organisation; empty where there is none. */
  public String unit() {
    return unit;
  }

  /** The answers, by question. */
  public Map<String, String> answers() {
    return AnswerText.read(answers);
  }

  /** Who worked on it besides the applicant. */
  public Set<UUID> collaborators() {
    return IdRow.ids(collaborators);
  }

  /** When it was submitted. */
  public Instant submittedAt() {
    return submittedAt;
  }
}
