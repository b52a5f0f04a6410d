package org.didaccess.application;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.didaccess.shared.NotFound;

/**
 * What other capabilities need of applications, without a question about the caller: whoever uses
 * it has asked that question already.
 */
public interface ApplicationRecords {

  /**
   * One submitted version as it was frozen.
   *
   * @throws NotFound where there is none
   */
  FrozenVersionView frozen(UUID versionId);

  /**
   * The facts of an application.
   *
   * @throws NotFound where there is none
   */
  Facts facts(UUID application);

  /** Ids of the applications in which a person is applicant or collaborator. */
  List<UUID> ofPerson(UUID person);

  /**
   * An agreement was drafted from the application.
   *
   * @throws org.didaccess.shared.StaleVersion where it was changed since the caller read it
   * @throws org.didaccess.shared.IllegalMove where it is not approved
   */
  void agreementDrafted(UUID application, long expectedVersion);

  /**
   * An application's facts.
   *
   * @param id the application
   * @param title its short name
   * @param status where it stands
   * @param version for optimistic locking
   * @param versionId the version submitted last, or null
   * @param applicant who applies
   * @param organisation for which organisation
   * @param collaborators who works on it besides
   */
  record Facts(
      UUID id,
      String title,
      ApplicationStatus status,
      long version,
      UUID versionId,
      UUID applicant,
      UUID organisation,
      Set<UUID> collaborators) {

    /** Keeps its own copy of the collaborators. */
    public Facts {
      collaborators = Set.copyOf(collaborators);
    }

    /** Whether the person is the applicant or a collaborator. */
    public boolean isOf(UUID person) {
      return applicant.equals(person) || collaborators.contains(person);
    }
  }
}
