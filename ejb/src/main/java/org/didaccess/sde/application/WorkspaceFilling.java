package org.didaccess.sde.application;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.didaccess.pseudonym.AgreementKeys;
import org.didaccess.pseudonym.KeyWrapping;
import org.didaccess.pseudonym.ReleaseKeys;
import org.didaccess.pseudonym.WatermarkKeys;
import org.didaccess.release.HandledObjections;
import org.didaccess.release.domain.ObjectionsOf;
import org.didaccess.release.domain.ReleaseFolders;
import org.didaccess.release.domain.ReleaseLedger;
import org.didaccess.release.domain.RunPlans;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.EngineSettings;
import org.didaccess.release.engine.PartitionLog;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.ReleaseEngine;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.release.engine.RunControl;
import org.didaccess.release.engine.WrittenPartition;
import org.didaccess.sde.domain.SdeCluster;
import org.didaccess.sde.domain.Workspace;
import org.didaccess.sde.domain.WorkspaceColumn;

/**
 * Fills one workspace with what the guard opens, by the engine that also writes extracts. Every
 * step may be repeated: finished months are kept, and the rows become visible all at once at the
 * end.
 */
@Dependent
public class WorkspaceFilling {

  private static final int WORKERS = 2;
  private static final int SORT_BYTES = 16 << 20;

  @Resource(lookup = "java:jboss/datasources/DidRelease")
  private DataSource source;

  @Inject private SdeCluster cluster;
  @Inject private RunPlans plans;
  @Inject private ObjectionsOf objections;
  @Inject private PartitionLog log;
  @Inject private AgreementKeys keys;
  @Inject private WatermarkKeys watermarkKeys;
  @Inject private ReleaseLedger ledger;
  @Inject private KeyWrapping wrapping;
  @Inject private ReleaseFolders folders;

  /**
   * What became visible.
   *
   * @param columns names of the columns
   * @param rows how many rows
   * @param objections what became of patients' objections
   */
  public record Filled(List<String> columns, long rows, HandledObjections objections) {}

  /**
   * Fills and shows the workspace.
   *
   * @return what became visible, or nothing when the control asked to stop
   */
  Optional<Filled> fill(Workspace workspace, RunControl control, ExecutorService executor) {
    RunSecret secret = RunSecret.unwrapped(workspace.wrappedRunToken(), workspace.id(), wrapping);
    ReleasePlan plan = plans.plan(workspace.id(), secret.text());
    List<WorkspaceColumn> columns = plan.columns().stream().map(WorkspaceFilling::column).toList();
    String database = workspace.databaseName();
    cluster.prepare(database);
    cluster.beginFilling(database, workspace.id(), columns);
    List<WrittenPartition> months =
        new ReleaseEngine(
                source, new EngineSettings(WORKERS, SORT_BYTES, folders.spill()), executor)
            .run(plan, keys(workspace), log, cluster.sink(database), control);
    if (control.isStopped() || months.size() < plan.partitions().size()) {
      return Optional.empty();
    }
    HandledObjections handled = objections.run(plan);
    cluster.show(database, workspace.id());
    long rows = months.stream().mapToLong(WrittenPartition::rows).sum();
    return Optional.of(
        new Filled(columns.stream().map(WorkspaceColumn::name).toList(), rows, handled));
  }

  private ReleaseKeys keys(Workspace workspace) {
    UUID agreement = workspace.agreementId();
    UUID recipient = ledger.subject(workspace.id()).recipient();
    return ReleaseKeys.marked(keys.keyOf(agreement), watermarkKeys.of(agreement, recipient));
  }

  private static WorkspaceColumn column(ReleaseColumn column) {
    return new WorkspaceColumn(column.name().toLowerCase(Locale.ROOT), type(column.kind()));
  }

  private static WorkspaceColumn.Type type(ColumnKind kind) {
    return switch (kind) {
      case INTEGER -> WorkspaceColumn.Type.BIGINT;
      case NUMBER -> WorkspaceColumn.Type.NUMERIC;
      case DATE -> WorkspaceColumn.Type.DATE;
      case BOOLEAN -> WorkspaceColumn.Type.BOOLEAN;
      case PERSON_TOKEN, RECORD_TOKEN, TEXT, LABEL -> WorkspaceColumn.Type.TEXT;
    };
  }
}
