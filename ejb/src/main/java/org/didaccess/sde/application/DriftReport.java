package org.didaccess.sde.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.didaccess.sde.DriftView;
import org.didaccess.sde.domain.Drift;
import org.didaccess.sde.domain.EntitlementComparison;
import org.didaccess.sde.domain.SdeCluster;
import org.didaccess.sde.domain.SdeGuard;
import org.didaccess.sde.domain.Workspace;
import org.didaccess.sde.domain.WorkspaceRepository;

/** Compares approvals with the real grants of the cluster, both ways. */
@Dependent
class DriftReport {

  @Inject private SdeGuard guard;
  @Inject private SdeCluster cluster;
  @Inject private WorkspaceRepository workspaces;
  @Inject private Clock clock;

  List<DriftView> findings() {
    List<Drift> found =
        new ArrayList<>(
            new EntitlementComparison(guard.entitlements(), cluster.analysts(), clock.instant())
                .drift());
    List<Workspace> filled =
        workspaces.live().stream().filter(workspace -> !workspace.columns().isEmpty()).toList();
    Set<String> there = new TreeSet<>(cluster.workspaces());
    found.addAll(databases(there));
    for (Workspace workspace : filled) {
      if (there.contains(workspace.databaseName())) {
        found.addAll(columns(workspace));
      } else {
        found.add(new Drift(Drift.Kind.WORKSPACE_WITHOUT_DATABASE, workspace.databaseName()));
      }
    }
    return found.stream().map(DriftReport::view).toList();
  }

  private List<Drift> databases(Set<String> there) {
    Set<String> expected =
        workspaces.live().stream().map(Workspace::databaseName).collect(Collectors.toSet());
    return there.stream()
        .filter(name -> !expected.contains(name))
        .map(name -> new Drift(Drift.Kind.DATABASE_WITHOUT_WORKSPACE, name))
        .toList();
  }

  private List<Drift> columns(Workspace workspace) {
    String prefix = workspace.databaseName() + ".";
    List<String> visible = cluster.visibleColumns(workspace.databaseName());
    List<Drift> found = new ArrayList<>();
    visible.stream()
        .filter(column -> !workspace.columns().contains(column))
        .forEach(column -> found.add(new Drift(Drift.Kind.COLUMN_NOT_APPROVED, prefix + column)));
    workspace.columns().stream()
        .filter(column -> !visible.contains(column))
        .forEach(column -> found.add(new Drift(Drift.Kind.COLUMN_MISSING, prefix + column)));
    return found;
  }

  private static DriftView view(Drift drift) {
    String kind = drift.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new DriftView(kind, drift.kind().label(), drift.name());
  }
}
