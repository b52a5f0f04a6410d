package org.didaccess.sde.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/** Keeps workspaces. */
public interface WorkspaceRepository {

  /** Keeps a new one. */
  void add(Workspace workspace);

  /** One by its id. */
  Optional<Workspace> find(UUID id);

  /** One by its id, locked for a change. */
  Optional<Workspace> lock(UUID id);

  /** All, the newest first. */
  Page<Workspace> all(PageRequest page);

  /** Those of some agreements, the newest first. */
  Page<Workspace> ofAgreements(List<UUID> agreements, PageRequest page);

  /** Those of one agreement that are neither failed nor closed. */
  List<Workspace> liveOf(UUID agreement);

  /** The same, each locked for a change. */
  List<Workspace> lockLiveOf(UUID agreement);

  /** Locks all that have or had this database, over or not. */
  void lockAllIn(String database);

  /** All that are neither failed nor closed. */
  List<Workspace> live();

  /** Ids of those that are to be filled, the oldest first. */
  List<UUID> unfilled();

  /** Databases of those that are failed or closed, and that no living one uses. */
  List<String> databasesToDrop();
}
