package org.didaccess.release.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.application.Objections;
import org.didaccess.audit.AuditRecorder;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.ExtractStatus;
import org.didaccess.release.HandledObjections;
import org.didaccess.release.OrderExtract;
import org.didaccess.release.domain.Disclosure;
import org.didaccess.release.domain.Extract;
import org.didaccess.release.domain.ExtractRepository;
import org.didaccess.release.domain.PreparedPackage;
import org.didaccess.release.domain.RunLeases;
import org.didaccess.shared.StandIns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package gets its name from the server that still holds its run, and from no other. */
class PreparationOutcomeTest {

  private static final long FENCE = 7;

  private final Extract extract = preparing();
  @TempDir private Path run;
  private Path target;

  @BeforeEach
  void name_of_the_package() {
    target = run.resolve("EXT-1.tar.age");
  }

  @Test
  void the_package_of_the_server_that_holds_the_run_gets_its_name_with_its_record()
      throws IOException {
    Files.writeString(target, "a package that was never recorded");

    assertThat(outcome().prepared(lease(FENCE), packed("mine"))).isTrue();

    assertThat(target).hasContent("mine");
    assertThat(extract.status()).isEqualTo(ExtractStatus.PREPARED);
  }

  @Test
  void a_server_that_lost_the_run_does_not_touch_what_another_recorded() throws IOException {
    assertThat(outcome().prepared(lease(FENCE), packed("of the one that holds it"))).isTrue();

    PackedRun late = packed("of the one that lost it");
    assertThat(outcome().prepared(lease(FENCE - 1), late)).isFalse();
    late.discard();

    assertThat(target).hasContent("of the one that holds it");
    assertThat(run).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void a_server_that_lost_the_run_gives_no_name_either_while_the_other_is_at_work()
      throws IOException {
    assertThat(outcome().prepared(lease(FENCE - 1), packed("too late"))).isFalse();

    assertThat(target).doesNotExist();
    assertThat(extract.status()).isEqualTo(ExtractStatus.PREPARING);
  }

  private PreparationOutcome outcome() {
    return StandIns.into(
        new PreparationOutcome(),
        StandIns.of(ExtractRepository.class, Map.of("lock", id -> Optional.of(extract))),
        StandIns.of(RunLeases.class, Map.of("renew", lease -> lease[0].equals(lease(FENCE)))),
        StandIns.of(AuditRecorder.class, Map.of()),
        StandIns.of(Event.class, Map.of()),
        Clock.systemUTC());
  }

  private RunLeases.Lease lease(long fence) {
    return new RunLeases.Lease(extract.id(), fence);
  }

  private PackedRun packed(String content) throws IOException {
    Path unnamed = Files.writeString(run.resolve(UUID.randomUUID() + ".part"), content);
    PreparedPackage written =
        new PreparedPackage(
            1,
            content.length(),
            "ab".repeat(32),
            new Disclosure(List.of(), null, null),
            HandledObjections.notUpheld(Objections.CONSENT),
            List.of(),
            List.of(),
            null,
            null);
    return new PackedRun(written, unnamed, target);
  }

  private static Extract preparing() {
    OrderExtract order =
        new OrderExtract(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            "age1invented",
            ExtractFormat.CSV,
            null);
    Instant now = Instant.now();
    Extract extract = new Extract(UUID.randomUUID(), order, UUID.randomUUID(), new byte[] {1}, now);
    extract.startPreparing(now);
    return extract;
  }
}
