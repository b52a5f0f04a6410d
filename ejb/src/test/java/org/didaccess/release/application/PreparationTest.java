package org.didaccess.release.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.didaccess.db.rehearsal.OrderedRun;
import org.didaccess.db.rehearsal.RehearsedAgreement;
import org.didaccess.identity.Confirmation;
import org.didaccess.pseudonym.KeyWrapping;
import org.didaccess.pseudonym.infrastructure.FileAgreementKeys;
import org.didaccess.pseudonym.infrastructure.FileWatermarkKeys;
import org.didaccess.pseudonym.infrastructure.KeyFolders;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.OrderExtract;
import org.didaccess.release.ReleaseFixture;
import org.didaccess.release.domain.Extract;
import org.didaccess.release.domain.ReleaseFolders;
import org.didaccess.release.domain.RunKeys;
import org.didaccess.release.domain.RunPlans;
import org.didaccess.release.engine.EngineSettings;
import org.didaccess.release.engine.PartitionLog;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.release.engine.RunControl;
import org.didaccess.release.engine.WrittenPartition;
import org.didaccess.release.infrastructure.JdbcKeyProofs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package holds every month or is not written. */
class PreparationTest {

  private final ExecutorService executor = Executors.newCachedThreadPool();

  /** The database knows one secret of the marks, whatever the test. */
  @TempDir private static Path keyHome;

  @TempDir private Path home;
  private ReleaseFixture fixture;
  private RehearsedAgreement agreement;

  @BeforeEach
  void an_agreement_over_three_months() throws Exception {
    fixture = ReleaseFixture.shared();
    agreement = fixture.agreement("MODALITY");
  }

  @AfterEach
  void end() {
    executor.shutdownNow();
  }

  @Test
  void while_a_dead_worker_still_holds_a_month_the_others_are_written_and_no_package()
      throws Exception {
    OrderedRun run = agreement.order();
    ReleasePlan plan = fixture.plan(run);
    PartitionLog log = fixture.log();
    log.prepare(run.id(), plan.partitions());
    PartitionLog.Claim held = log.claim(run.id()).orElseThrow();

    RunControl control = new RunControl();
    var written = executor.submit(() -> new Preparation(parts(log)).write(extract(run), control));
    await().until(() -> log.finished(run.id()).size() == 2);
    assertThat(written.isDone()).isFalse();
    control.stop();

    assertThat(written.get()).isEmpty();
    assertThat(log.finished(run.id()))
        .hasSize(2)
        .noneMatch(month -> month.month().equals(held.month()));
    assertThat(folders().run(run.id())).isDirectoryNotContaining("glob:**.age*");
  }

  @Test
  void help_writes_what_is_free_and_packs_nothing() throws Exception {
    OrderedRun run = agreement.order();
    PartitionLog log = fixture.log();
    log.prepare(run.id(), fixture.plan(run).partitions());
    assertThat(log.claim(run.id())).isPresent();

    new Preparation(parts(log)).help(extract(run), new RunControl());

    assertThat(log.finished(run.id())).hasSize(2);
    assertThat(log.isAnyFree(run.id())).isFalse();
    assertThat(folders().run(run.id())).isDirectoryNotContaining("glob:**.age*");
  }

  @Test
  void months_whose_files_were_lost_or_are_not_those_that_were_written_are_written_again()
      throws Exception {
    OrderedRun run = agreement.order();
    PartitionLog log = fixture.log();
    log.prepare(run.id(), fixture.plan(run).partitions());
    assertThat(log.claim(run.id())).isPresent();
    new Preparation(parts(log)).help(extract(run), new RunControl());
    List<WrittenPartition> before = log.finished(run.id());
    Path lost = fileOf(run, before.get(0));
    byte[] content = Files.readAllBytes(lost);
    Files.delete(lost);
    Path changed = fileOf(run, before.get(1));
    byte[] right = Files.readAllBytes(changed);
    byte[] wrong = right.clone();
    wrong[wrong.length / 2] ^= 1;
    Files.write(changed, wrong);

    RunControl control = new RunControl();
    var written = executor.submit(() -> new Preparation(parts(log)).write(extract(run), control));
    await().until(() -> Files.exists(lost) && log.finished(run.id()).size() == 2);
    control.stop();

    assertThat(written.get()).isEmpty();
    assertThat(lost).hasBinaryContent(content);
    assertThat(changed).hasBinaryContent(right);
    assertThat(log.finished(run.id())).isEqualTo(before);
  }

  private Path fileOf(OrderedRun run, WrittenPartition month) {
    return folders().stage(run.id()).resolve("data/" + month.month() + ".csv.zst");
  }

  private Extract extract(OrderedRun run) {
    OrderExtract order =
        new OrderExtract(
            agreement.id(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            "age1invented",
            ExtractFormat.CSV_ZSTD,
            new Confirmation("-"));
    byte[] token = run.token().getBytes(StandardCharsets.US_ASCII);
    return new Extract(run.id(), order, UUID.randomUUID(), token, Instant.now());
  }

  private ReleaseFolders folders() {
    return new ReleaseFolders(home, "did-1");
  }

  /** Only what a preparation needs up to the last month; what packs is not there. */
  private Preparation.Parts parts(PartitionLog log) {
    return new Preparation.Parts(
        fixture.database().as("did_release"),
        new EngineSettings(2, 1 << 16, folders().spill()),
        executor,
        log,
        new FixturePlans(),
        null,
        null,
        null,
        null,
        null,
        null,
        folders(),
        new RunKeys(
            new FileAgreementKeys(KeyFolders.under(keyHome)),
            new FileWatermarkKeys(KeyFolders.under(keyHome)),
            new FixturePlans(),
            new JdbcKeyProofs(fixture.database().as("did_release"))),
        null,
        new NoWrapping(),
        null,
        null);
  }

  private final class FixturePlans implements RunPlans {
    @Override
    public ReleasePlan plan(UUID run, String runToken) {
      return fixture.plan(new OrderedRun(run, runToken));
    }

    @Override
    public Map<String, BridgedAgreement> bridge(ReleasePlan plan) {
      return Map.of();
    }
  }

  private static final class NoWrapping implements KeyWrapping {
    @Override
    public byte[] wrap(byte[] secret, String purpose) {
      return secret.clone();
    }

    @Override
    public byte[] unwrap(byte[] wrapped, String purpose) {
      return wrapped.clone();
    }
  }
}
