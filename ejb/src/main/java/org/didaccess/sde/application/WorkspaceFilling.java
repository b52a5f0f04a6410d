package org.didaccess.sde.application;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.didaccess.pseudonym.KeyWrapping;
import org.didaccess.release.HandledObjections;
import org.didaccess.release.domain.ObjectionsOf;
import org.didaccess.release.domain.ReleaseFolders;
import org.didaccess.release.domain.ReleaseLedger;
import org.didaccess.release.domain.RunKeys;
import org.didaccess.release.domain.RunLeases;
import org.didaccess.release.domain.RunPlans;
import org.didaccess.release.engine.EngineSettings;
import org.didaccess.release.engine.Months;
import org.didaccess.release.engine.PartitionLog;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.ReleaseEngine;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.release.engine.RunControl;
import org.didaccess.release.engine.WrittenPartition;
import org.didaccess.sde.domain.SdeCluster;
import org.didaccess.sde.domain.Workspace;
import org.didaccess.sde.domain.WorkspaceColumn;

/**
 * Fills one workspace with what the guard opens, by the engine that also writes extracts. Every
 * step may be repeated: finished months are kept, and nobody sees a row before all are there.
 */
@Dependent
public class WorkspaceFilling {

  @Resource(lookup = "java:jboss/datasources/DidRelease")
  private DataSource source;

  @Inject private WorkspaceOutcome outcome;
  @Inject private SdeCluster cluster;
  @Inject private RunPlans plans;
  @Inject private ObjectionsOf objections;
  @Inject private PartitionLog log;
  @Inject private RunKeys keys;
  @Inject private ReleaseLedger ledger;
  @Inject private KeyWrapping wrapping;
  @Inject private ReleaseFolders folders;

  /**
   * What is there to be seen.
   *
   * @param columns names of the columns
   * @param rows how many rows
   * @param objections what became of patients' objections
   */
  public record Filled(List<String> columns, long rows, HandledObjections objections) {}

  /**
   * Fills the hidden schema, and waits for the months that other servers fill.
   *
   * @return what may be shown, or nothing when the control asked to stop or the run was taken away
   */
  Optional<Filled> fill(
      Workspace workspace, RunLeases.Lease lease, RunControl control, ExecutorService executor)
      throws IOException {
    ReleasePlan plan = plan(workspace);
    List<WorkspaceColumn> columns = plan.columns().stream().map(WorkspaceColumn::of).toList();
    if (!outcome.hiddenSchemaOpened(lease, columns)) {
      return Optional.empty();
    }
    return writeAll(workspace, months(workspace, plan, executor), control)
        .map(
            months ->
                new Filled(
                    columns.stream().map(WorkspaceColumn::name).toList(),
                    months.stream().mapToLong(WrittenPartition::rows).sum(),
                    objections.run(plan)));
  }

  /** Every month's table is there at the end: a database may be lost and made anew meanwhile. */
  private Optional<List<WrittenPartition>> writeAll(
      Workspace workspace, Months months, RunControl control) throws IOException {
    Months.Losses losses =
        finished -> {
          Set<YearMonth> there = cluster.months(workspace.databaseName(), workspace.id());
          return finished.stream()
              .map(WrittenPartition::month)
              .filter(month -> !there.contains(month))
              .toList();
        };
    return months.writeAll(control, losses, losses);
  }

  /** Fills a part of the months of a workspace that another server drives, and shows nothing. */
  void help(Workspace workspace, RunControl control, ExecutorService executor) {
    months(workspace, plan(workspace), executor).writeSome(control);
  }

  private ReleasePlan plan(Workspace workspace) {
    RunSecret secret = RunSecret.unwrapped(workspace.wrappedRunToken(), workspace.id(), wrapping);
    return plans.plan(workspace.id(), secret.text());
  }

  private Months months(Workspace workspace, ReleasePlan plan, ExecutorService executor) {
    ReleaseEngine engine =
        new ReleaseEngine(source, EngineSettings.ofWorkspaces(folders.spill()), executor);
    PartitionSink hidden = cluster.sink(workspace.databaseName(), workspace.id());
    UUID recipient = ledger.subject(workspace.id()).recipient();
    return new Months(engine, plan, keys.of(plan, workspace.agreementId(), recipient), log, hidden);
  }
}
