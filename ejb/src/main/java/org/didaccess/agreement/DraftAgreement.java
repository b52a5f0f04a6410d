package org.didaccess.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.didaccess.identity.Confirmation;

/**
 * Drafts an agreement. The parties follow from the application: the holders of the controllers'
 * slots, the applicant's organisation and every recipient.
 *
 * @param application the approved application
 * @param expectedVersion the application's version that the officer last saw
 * @param startsOn first day, not before today and within 12 months
 * @param endsOn last day
 * @param people named analysts and the people who receive extracts
 * @param confirmation the officer's own secret
 */
public record DraftAgreement(
    UUID application,
    long expectedVersion,
    LocalDate startsOn,
    LocalDate endsOn,
    List<NamedPerson> people,
    Confirmation confirmation) {

  /** Keeps its own copy of the people. */
  public DraftAgreement {
    people = people == null ? List.of() : List.copyOf(people);
  }

  /**
   * A person named in the agreement.
   *
   * @param person who
   * @param role {@code analyst} works in the SDE; {@code recipient} receives extracts
   * @param publicKey a recipient's own key of age or OpenPGP; null for an analyst
   */
  public record NamedPerson(UUID person, String role, String publicKey) {}
}
