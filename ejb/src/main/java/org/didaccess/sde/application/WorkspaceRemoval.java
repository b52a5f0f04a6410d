package org.didaccess.sde.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.didaccess.sde.domain.SdeCluster;
import org.didaccess.sde.domain.SdeGuard;
import org.didaccess.sde.domain.WorkspaceRepository;
import org.didaccess.shared.IllegalMove;

/**
 * Keeps apart the workspaces of one agreement, which have one database after the other under one
 * name: a former one goes before another is ordered, and a living one is never taken for it. Both
 * lock all workspaces of that name first, so that an order waits for a removal under way.
 */
@Dependent
class WorkspaceRemoval {

  private final WorkspaceRepository workspaces;
  private final SdeGuard guard;
  private final SdeCluster cluster;

  @Inject
  WorkspaceRemoval(WorkspaceRepository workspaces, SdeGuard guard, SdeCluster cluster) {
    this.workspaces = workspaces;
    this.guard = guard;
    this.cluster = cluster;
  }

  /**
   * Lets another be ordered under the agreement only where nothing is left of those before. The
   * rows of a former one would be readable until those of the other are shown.
   */
  void checkNothingLeft(UUID agreement) {
    List<String> former = guard.databaseOf(agreement).stream().toList();
    former.forEach(workspaces::lockAllIn);
    if (!workspaces.liveOf(agreement).isEmpty()) {
      throw new IllegalMove(
          "The agreement has a workspace already. Close that one before you order another.");
    }
    if (!former.isEmpty() && cluster.workspaces().containsAll(former)) {
      throw new IllegalMove("The former workspace is being removed. Try again in a minute.");
    }
  }

  /** Drops a database, unless a workspace lives in it that was ordered since it was listed. */
  void drop(String database) {
    workspaces.lockAllIn(database);
    if (workspaces.databasesToDrop().contains(database)) {
      cluster.drop(database);
    }
  }
}
