package org.didaccess.release.domain;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.didaccess.release.HandledObjections;
import org.didaccess.release.bag.ReleaseProof;

/** What the ledger knows about a run and its agreement. */
public interface ReleaseLedger {

  /** The proof of a run, with what became of objections and this checkpoint of the audit trail. */
  ReleaseProof proof(UUID run, HandledObjections objections, String checkpoint);

  /** What a run is about. */
  RunSubject subject(UUID run);

  /** Every pair of an agreement and an organisation that something was ever ordered for. */
  List<Recipient> recipients();

  /** The agreements that a run's data leave under: its own, and those that it bridges. */
  List<UUID> agreementsOf(UUID run);

  /**
   * What this person receives today: nothing for an organisation that is not, or no more, theirs.
   */
  List<Reception> receivedBy(UUID person);

  /** Runs whose data this person receives today. */
  List<UUID> runsReceivedBy(UUID person);

  /** Those of these agreements whose data are certified as destroyed. */
  List<UUID> destroyedAmong(Collection<UUID> agreements);

  /** An organisation's name. */
  String organisationName(UUID organisation);

  /**
   * Who may hold rows under an agreement.
   *
   * @param agreement the agreement
   * @param agreementReference its reference
   * @param organisation the organisation that receives
   * @param organisationName its name
   */
  record Recipient(
      UUID agreement, String agreementReference, UUID organisation, String organisationName) {}

  /**
   * That an agreement names a person as a recipient, for an organisation of theirs.
   *
   * @param agreement the agreement
   * @param organisation the receiving organisation
   */
  record Reception(UUID agreement, UUID organisation) {}

  /**
   * What a run is about.
   *
   * @param dataSet the data set's code
   * @param version its version
   * @param agreementReference the agreement's reference
   * @param recipient the organisation that receives
   * @param marked whether its rows carry the recipient's mark: it is in the tokens of records
   */
  record RunSubject(
      String dataSet, String version, String agreementReference, UUID recipient, boolean marked) {}
}
