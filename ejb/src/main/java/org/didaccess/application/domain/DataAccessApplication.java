package org.didaccess.application.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.didaccess.application.ApplicationStatus;
import org.didaccess.shared.IllegalMove;

/**
 * A request for one exact selection, from draft to approval. It changes only by moves of {@link
 * ApplicationTransitions}; answers and selection change only while the applicant has it.
 */
@Entity
@Table(name = "data_access_application", schema = "app")
public class DataAccessApplication {

  @Id private UUID id;
  private String reference;
  private String title;

  @Enumerated(EnumType.STRING)
  private ApplicationStatus status;

  @Column(name = "status_since")
  private Instant statusSince;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "applicant_id")
  private UUID applicantId;

  @Column(name = "organisation_id")
  private UUID organisationId;

  private String unit;

  @Column(name = "selection_id")
  private UUID selectionId;

  @Column(name = "version_id")
  private UUID versionId;

  @Column(name = "version_number")
  private int versionNumber;

  private String message;

  @Version
  @Column(name = "lock_version")
  private long lockVersion;

  @ElementCollection
  @CollectionTable(
      name = "application_collaborator",
      schema = "app",
      joinColumns = @JoinColumn(name = "application_id"))
  @AttributeOverride(name = "id", column = @Column(name = "person_id"))
  private Set<IdRow> collaborators = new HashSet<>();

  @ElementCollection
  @CollectionTable(
      name = "application_answer",
      schema = "app",
      joinColumns = @JoinColumn(name = "application_id"))
  @MapKeyColumn(name = "question")
  @Column(name = "answer")
  private Map<String, String> answers = new HashMap<>();

  /** For JPA. */
  protected DataAccessApplication() {}

  /** Who applies, for whom, with which rows for the draft's selection. */
  public record Start(
      UUID id,
      String reference,
      String title,
      UUID applicant,
      UUID organisation,
      String unit,
      UUID selection) {}

  /** A new draft. */
  public static DataAccessApplication start(Start start, Instant at) {
    DataAccessApplication application = new DataAccessApplication();
    application.id = start.id();
    application.reference = start.reference();
    application.title = start.title();
    application.applicantId = start.applicant();
    application.organisationId = start.organisation();
    application.unit = start.unit();
    application.selectionId = start.selection();
    application.status = ApplicationStatus.DRAFT;
    application.statusSince = at;
    application.changedAt = at;
    return application;
  }

  /** Saves answers; those not named stay as they are. */
  public void answer(Map<String, String> changed, Instant at) {
    checkEditable();
    changed.forEach(
        (question, answer) -> {
          if (answer.isBlank()) {
            answers.remove(question);
          } else {
            answers.put(question, answer);
          }
        });
    changedAt = at;
  }

  /** Says who works on it besides the applicant. */
  public void workWith(Set<UUID> people, Instant at) {
    checkEditable();
    Set<IdRow> wanted =
        IdRow.of(people.stream().filter(person -> !person.equals(applicantId)).toList());
    collaborators.retainAll(wanted);
    collaborators.addAll(wanted);
    changedAt = at;
  }

  /** The draft's selection changed. */
  public void selectionChanged(Instant at) {
    checkEditable();
    changedAt = at;
  }

  /** A version was frozen; the draft goes on with rows of its own. */
  public void submit(UUID version, Instant at) {
    move(ApplicationMove.SUBMIT, null, at);
    versionId = version;
    versionNumber++;
  }

  /** What the controllers allowed becomes the new version. */
  public void acceptNarrowed(UUID version, UUID draftSelection, Instant at) {
    move(ApplicationMove.ACCEPT_NARROWED, null, at);
    versionId = version;
    selectionId = draftSelection;
    versionNumber++;
  }

  /** The draft goes on with these rows. */
  public void continueWith(UUID selection) {
    selectionId = selection;
  }

  /** Any other move; the message tells the applicant why. */
  public void move(ApplicationMove move, String why, Instant at) {
    status = ApplicationTransitions.TABLE.after(status, move);
    message = why;
    statusSince = at;
    changedAt = at;
  }

  /** Whether the person is the applicant or a collaborator. */
  public boolean isOf(UUID person) {
    return applicantId.equals(person) || collaborators().contains(person);
  }

  /** Whether answers and selection may change. */
  public boolean editable() {
    return ApplicationTransitions.TABLE.may(status, ApplicationMove.SUBMIT);
  }

  private void checkEditable() {
    if (!editable()) {
      throw new IllegalMove(
          "The application was submitted. It can be changed when it is returned.");
    }
  }

  /** The id. */
  public UUID id() {
    return id;
  }

  /** The reference. */
  public String reference() {
    return reference;
  }

  /** The short name. */
  public String title() {
    return title;
  }

  /** Where it stands. */
  public ApplicationStatus status() {
    return status;
  }

  /** Since when it stands there. */
  public Instant statusSince() {
    return statusSince;
  }

  /** Who applies. */
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

  /** The rows of the draft's selection. */
  public UUID selection() {
    return selectionId;
  }

  /** The version submitted last, or null. */
  public UUID version() {
    return versionId;
  }

  /** The number of the version submitted last; 0 where there is none. */
  public int versionNumber() {
    return versionNumber;
  }

  /** Why it was returned, rejected or withdrawn, or null. */
  public String message() {
    return message;
  }

  /** The version for optimistic locking. */
  public long lockVersion() {
    return lockVersion;
  }

  /** Who works on it besides the applicant. */
  public Set<UUID> collaborators() {
    return IdRow.ids(collaborators);
  }

  /** The answers so far, by question. */
  public Map<String, String> answers() {
    return Map.copyOf(answers);
  }
}
