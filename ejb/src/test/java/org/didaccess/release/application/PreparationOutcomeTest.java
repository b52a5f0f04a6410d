package org.didaccess.release.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.didaccess.application.Objections;
import org.didaccess.audit.infrastructure.JdbcAuditRecorder;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.ExtractStatus;
import org.didaccess.release.HandledObjections;
import org.didaccess.release.OrderExtract;
import org.didaccess.release.domain.Disclosure;
import org.didaccess.release.domain.Extract;
import org.didaccess.release.domain.PreparedPackage;
import org.didaccess.release.domain.RunLeases;
import org.didaccess.release.infrastructure.JdbcPartitionLog;
import org.didaccess.release.infrastructure.JdbcRunLeases;
import org.didaccess.release.infrastructure.JpaExtractRepository;
import org.didaccess.shared.Injected;
import org.didaccess.shared.OwnEntities;
import org.didaccess.shared.infrastructure.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package gets its name from the server that still holds its run, and from no other. */
class PreparationOutcomeTest {

  private static final int LEASE_SECONDS = 30;

  private final EphemeralDatabase database = EphemeralDatabase.fresh();
  private final DataSource application = database.as("did_app");
  private final RunLeases here = new JdbcRunLeases(application, UUID.randomUUID(), LEASE_SECONDS);
  private final RunLeases there = new JdbcRunLeases(application, UUID.randomUUID(), LEASE_SECONDS);
  private final Extract extract = preparing();
  @TempDir private Path run;
  private Path target;
  private EntityManagerFactory factory;

  @BeforeEach
  void name_of_the_package() {
    target = run.resolve("EXT-1.tar.age");
    factory = OwnEntities.of(database);
    inTransaction(
        entities -> {
          entities.persist(extract);
          return true;
        });
  }

  @AfterEach
  void end() {
    factory.close();
  }

  @Test
  void the_package_of_the_server_that_holds_the_run_gets_its_name_with_its_record()
      throws IOException {
    Files.writeString(target, "a package that was never recorded");

    assertThat(recorded(here, taken(here), packed("mine"))).isTrue();

    assertThat(target).hasContent("mine");
    assertThat(status()).isEqualTo(ExtractStatus.PREPARED);
  }

  @Test
  void a_server_that_lost_the_run_does_not_touch_what_another_recorded() throws IOException {
    RunLeases.Lease lost = taken(here);
    RunLeases.Lease holding = taken(there);
    assertThat(recorded(there, holding, packed("of the one that holds it"))).isTrue();

    PackedRun late = packed("of the one that lost it");
    assertThat(recorded(here, lost, late)).isFalse();
    late.discard();

    assertThat(target).hasContent("of the one that holds it");
    assertThat(run).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void a_server_that_lost_the_run_gives_no_name_either_while_the_other_is_at_work()
      throws IOException {
    RunLeases.Lease lost = taken(here);
    taken(there);

    assertThat(recorded(here, lost, packed("too late"))).isFalse();

    assertThat(target).doesNotExist();
    assertThat(status()).isEqualTo(ExtractStatus.PREPARING);
  }

  /** Whoever held the run is taken to be dead. */
  private RunLeases.Lease taken(RunLeases by) {
    new JdbcPartitionLog(application, LEASE_SECONDS).pause(extract.id());
    return by.acquire(extract.id()).orElseThrow();
  }

  private boolean recorded(RunLeases leases, RunLeases.Lease lease, PackedRun packed) {
    return inTransaction(entities -> outcome(entities, leases).prepared(lease, packed));
  }

  private ExtractStatus status() {
    return inTransaction(entities -> entities.find(Extract.class, extract.id()).status());
  }

  private <T> T inTransaction(Function<EntityManager, T> work) {
    try (EntityManager entities = factory.createEntityManager()) {
      entities.getTransaction().begin();
      T result = work.apply(entities);
      entities.getTransaction().commit();
      return result;
    }
  }

  private PreparationOutcome outcome(EntityManager entities, RunLeases leases) {
    return Injected.into(
        new PreparationOutcome(),
        Injected.into(new JpaExtractRepository(), entities),
        leases,
        Injected.into(new JdbcAuditRecorder(), new Database(application)),
        Injected.unheard(),
        Clock.systemUTC());
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
