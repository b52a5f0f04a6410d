package org.didaccess.release.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.didaccess.db.rehearsal.RehearsedAgreement;
import org.didaccess.pseudonym.KeyStoreException;
import org.didaccess.pseudonym.ReleaseKeys;
import org.didaccess.pseudonym.infrastructure.FileAgreementKeys;
import org.didaccess.pseudonym.infrastructure.FileWatermarkKeys;
import org.didaccess.pseudonym.infrastructure.KeyFolders;
import org.didaccess.release.ReleaseFixture;
import org.didaccess.release.domain.RunKeys;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.release.infrastructure.JdbcKeyProofs;
import org.didaccess.release.infrastructure.JdbcRunPlans;
import org.didaccess.shared.GuardRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that was lost, or is another one on another server, stops the run and changes no token. */
class RunKeysTest {

  private static final UUID RECIPIENT = UUID.fromString("00000000-0000-4000-8000-00000000e001");

  @TempDir private Path home;
  @TempDir private Path otherHome;
  private ReleaseFixture fixture;
  private RehearsedAgreement agreement;

  @BeforeEach
  void an_agreement() throws Exception {
    fixture = ReleaseFixture.fresh();
    agreement = fixture.agreement("PERSON_ID");
  }

  @Test
  void every_run_of_an_agreement_has_the_same_keys() throws Exception {
    ReleaseKeys first = keys(home);
    ReleaseKeys second = keys(home);
    assertThat(second.tokens().checkValue()).isEqualTo(first.tokens().checkValue());
    assertThat(second.watermark().orElseThrow().key().checkValue())
        .isEqualTo(first.watermark().orElseThrow().key().checkValue());
  }

  @Test
  void a_key_that_was_lost_is_asked_for_and_not_made_anew() throws Exception {
    keys(home);
    Path lost = folders(home).agreements().resolve(agreement.id() + ".key");
    Files.delete(lost);
    assertThatThrownBy(() -> keys(home))
        .isInstanceOf(KeyStoreException.class)
        .hasMessageContaining("Restore the key store");
    assertThat(lost).doesNotExist();
  }

  @Test
  void a_secret_of_the_marks_that_was_lost_is_asked_for_and_not_made_anew() throws Exception {
    keys(home);
    Path lost = folders(home).keys().resolve("watermark.key");
    Files.delete(lost);
    assertThatThrownBy(() -> keys(home))
        .isInstanceOf(KeyStoreException.class)
        .hasMessageContaining("restore the key store");
    assertThat(lost).doesNotExist();
  }

  @Test
  void a_server_with_a_folder_of_its_own_makes_no_second_key() throws Exception {
    keys(home);
    assertThatThrownBy(() -> keys(otherHome))
        .isInstanceOf(KeyStoreException.class)
        .hasMessageContaining("let all servers use the same one");
  }

  @Test
  void a_server_that_already_has_another_key_is_refused() throws Exception {
    keys(home);
    new FileAgreementKeys(folders(otherHome)).keyOfFirstUse(agreement.id());
    assertThatThrownBy(() -> keys(otherHome))
        .isInstanceOfSatisfying(
            GuardRefused.class, refused -> assertThat(refused.code()).isEqualTo("DA016"));
  }

  @Test
  void a_secret_of_the_marks_that_was_made_anew_is_refused() throws Exception {
    keys(home);
    Files.delete(folders(home).keys().resolve("watermark.key"));
    new FileWatermarkKeys(folders(home)).makeForFirstUse();
    assertThatThrownBy(() -> keys(home))
        .isInstanceOf(GuardRefused.class)
        .hasMessageContaining("marks");
  }

  private ReleaseKeys keys(Path of) throws Exception {
    var run = agreement.order();
    DataSource release = fixture.database().as("did_release");
    ReleasePlan plan = fixture.plan(run);
    return new RunKeys(
            new FileAgreementKeys(folders(of)),
            new FileWatermarkKeys(folders(of)),
            new JdbcRunPlans(release, fixture.database().as("did_app")),
            new JdbcKeyProofs(release))
        .of(plan, agreement.id(), RECIPIENT);
  }

  private static KeyFolders folders(Path of) {
    return KeyFolders.under(of);
  }
}
