package org.didaccess.release.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.didaccess.application.Objections;
import org.didaccess.db.EphemeralDatabase;
import org.didaccess.identity.Confirmation;
import org.didaccess.release.ColumnFigures;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.ExtractStatus;
import org.didaccess.release.HandledObjections;
import org.didaccess.release.OrderExtract;
import org.didaccess.release.domain.Disclosure;
import org.didaccess.release.domain.Extract;
import org.didaccess.release.domain.IssuedLink;
import org.didaccess.release.domain.PreparedPackage;
import org.didaccess.shared.OwnEntities;
import org.junit.jupiter.api.Test;

/** The extract's columns and its table agree, as the application's login sees them. */
class JpaExtractTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final PreparedPackage WRITTEN =
      new PreparedPackage(
          12,
          345,
          "ab".repeat(32),
          new Disclosure(List.of("age"), 3L, 2L),
          HandledObjections.notUpheld(Objections.CONSENT),
          List.of(),
          List.of(new ColumnFigures("age", 1, 40)),
          "wrapped rows",
          null);

  @Test
  void an_extract_and_its_link_are_read_back_as_they_were_kept() {
    try (EntityManagerFactory factory = OwnEntities.of(EphemeralDatabase.fresh());
        EntityManager entities = factory.createEntityManager()) {
      Extract kept = extract();
      IssuedLink link =
          new IssuedLink(UUID.randomUUID(), kept.id(), kept.requestedBy(), "digest", NOW);
      entities.getTransaction().begin();
      entities.persist(kept);
      entities.flush();
      entities.persist(link);
      entities.getTransaction().commit();
      entities.clear();

      entities.getTransaction().begin();
      Extract read = entities.find(Extract.class, kept.id(), LockModeType.PESSIMISTIC_WRITE);
      read.check(kept.requestedBy(), "looked at", NOW);
      entities.getTransaction().commit();
      entities.clear();

      Extract again = entities.find(Extract.class, kept.id());
      assertThat(again.status()).isEqualTo(ExtractStatus.CHECKED);
      assertThat(again.version()).isGreaterThan(kept.version());
      assertThat(again.prepared()).contains(WRITTEN);
      assertThat(again.format()).isEqualTo(ExtractFormat.PARQUET);
      assertThat(again.wrappedRunToken()).containsExactly(1, 2, 3);
      assertThat(again.orderedAt()).isEqualTo(NOW);
      assertThat(again.agreementId()).isEqualTo(kept.agreementId());
      assertThat(entities.find(IssuedLink.class, link.id()).isGoodAt(NOW)).isTrue();
    }
  }

  @Test
  void a_recalled_extract_is_not_the_one_before() {
    try (EntityManagerFactory factory = OwnEntities.of(EphemeralDatabase.fresh());
        EntityManager entities = factory.createEntityManager()) {
      UUID agreement = UUID.randomUUID();
      UUID recipient = UUID.randomUUID();
      Extract first = published(extract(agreement, recipient, NOW));
      Extract recalled = published(extract(agreement, recipient, NOW.plusSeconds(1)));
      recalled.recall("a concern", NOW);
      Extract next = extract(agreement, recipient, NOW.plusSeconds(2));
      entities.getTransaction().begin();
      List.of(first, recalled, next).forEach(entities::persist);
      entities.getTransaction().commit();

      assertThat(new JpaExtractRepository(entities).previousOf(next))
          .map(Extract::id)
          .contains(first.id());
    }
  }

  private static Extract published(Extract extract) {
    extract.check(UUID.randomUUID(), "looked at", NOW);
    extract.publish(UUID.randomUUID(), NOW, NOW);
    return extract;
  }

  @Test
  void rows_for_the_second_person_are_not_in_the_table_any_more_once_it_was_decided()
      throws SQLException {
    EphemeralDatabase database = EphemeralDatabase.fresh();
    try (EntityManagerFactory factory = OwnEntities.of(database);
        EntityManager entities = factory.createEntityManager()) {
      Extract kept = extract();
      entities.getTransaction().begin();
      entities.persist(kept);
      entities.getTransaction().commit();
      assertThat(samples(database)).containsExactly("wrapped rows");

      entities.getTransaction().begin();
      kept.cancel("not needed any more", NOW);
      entities.getTransaction().commit();
      assertThat(samples(database)).containsOnlyNulls();
    }
    assertThatThrownBy(() -> update(database, "UPDATE app.extract SET sample = 'rows'"))
        .hasMessageContaining("extract_sample_check");
  }

  private static List<String> samples(EphemeralDatabase database) throws SQLException {
    List<String> samples = new ArrayList<>();
    try (Connection superuser = database.superuser();
        Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery("SELECT sample FROM app.extract")) {
      while (rows.next()) {
        samples.add(rows.getString(1));
      }
    }
    return samples;
  }

  private static void update(EphemeralDatabase database, String sql) throws SQLException {
    try (Connection superuser = database.superuser();
        Statement statement = superuser.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static Extract extract() {
    return extract(UUID.randomUUID(), UUID.randomUUID(), NOW);
  }

  private static Extract extract(UUID agreement, UUID recipient, Instant orderedAt) {
    Extract extract =
        new Extract(
            UUID.randomUUID(),
            new OrderExtract(
                agreement,
                UUID.randomUUID(),
                recipient,
                "age1invented",
                ExtractFormat.PARQUET,
                new Confirmation("-")),
            UUID.randomUUID(),
            new byte[] {1, 2, 3},
            orderedAt);
    extract.startPreparing(NOW);
    extract.prepared(WRITTEN, NOW);
    return extract;
  }
}
