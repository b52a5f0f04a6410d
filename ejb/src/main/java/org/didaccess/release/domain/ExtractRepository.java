package org.didaccess.release.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/** Where extracts and the links to them are kept. */
public interface ExtractRepository {

  /** Keeps a new extract. */
  void add(Extract extract);

  /** An extract for reading. */
  Optional<Extract> find(UUID id);

  /** An extract, locked until the transaction ends. */
  Optional<Extract> lock(UUID id);

  /** All extracts, the newest first. */
  Page<Extract> all(PageRequest page);

  /** These extracts, the newest first. */
  Page<Extract> of(List<UUID> ids, PageRequest page);

  /**
   * The extract that the same recipient was given before under the same agreement and that was not
   * recalled, if any.
   */
  Optional<Extract> previousOf(Extract extract);

  /** Ids of the extracts that are ordered and not yet prepared, the oldest first. */
  List<UUID> unprepared();

  /** Ids of the extracts that are ordered, prepared just now or paused: one moment's answer. */
  List<UUID> unfinished();

  /** Ids of the extracts under an agreement that are paused. */
  List<UUID> pausedUnder(UUID agreement);

  /** Ids of the refreshes under an agreement. */
  List<UUID> refreshesOf(UUID agreement);

  /** Extracts under an agreement of which rows are still kept for whoever checks them. */
  List<Extract> sampledUnder(UUID agreement);

  /** Ids of the extracts that failed or were cancelled. */
  List<UUID> givenUp();

  /** Keeps a link. */
  void add(IssuedLink link);

  /** The link with this digest. */
  Optional<IssuedLink> link(String tokenSha256);
}
