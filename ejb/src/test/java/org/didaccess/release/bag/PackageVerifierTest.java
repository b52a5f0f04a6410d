package org.didaccess.release.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.didaccess.application.Objections;
import org.didaccess.pseudonym.SigningKey;
import org.didaccess.release.HandledObjections;
import org.didaccess.release.bag.Verification.Outcome;
import org.didaccess.shared.StagedFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a recipient can prove about a package without the server. */
class PackageVerifierTest {

  @TempDir private Path folder;
  private final PackageFixture fixture = new PackageFixture();
  private PackageFile packed;

  @BeforeEach
  void writePackage() throws IOException {
    packed = fixture.write(Files.createDirectory(folder.resolve("stage")));
  }

  @Test
  void an_untouched_package_of_a_known_signer_is_verified() throws IOException {
    Verification verification = verify(packed.path());
    assertThat(verification.findings()).isEmpty();
    assertThat(verification.outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(verification.rows()).isEqualTo(6);
    assertThat(verification.keyId()).isEqualTo(fixture.signer.keyId());
    assertThat(verification.stated().sentence())
        .isEqualTo("Release EXT-00000000-0000 under agreement DARS-NIC-000001-A1B2C-v0.1.");
  }

  @Test
  void without_a_signers_key_the_origin_is_unknown() throws IOException {
    Verification verification =
        new PackageVerifier(Optional.empty(), Optional.of(fixture.identity)).verify(packed.path());
    assertThat(verification.outcome()).isEqualTo(Outcome.ORIGIN_UNKNOWN);
    assertThat(verification.outcome().exitCode()).isEqualTo(2);
  }

  @Test
  void a_change_in_any_file_is_found_and_the_file_is_named() throws IOException {
    for (String name : unpack("names").files()) {
      UnpackedBag bag = unpack("flip-" + name.replace('/', '-'));
      bag.flipBit(name);
      Verification verification = verify(bag.folder());
      assertThat(verification.outcome()).as(name).isEqualTo(Outcome.TAMPERED);
      assertThat(verification.findings().toString()).as(name).contains(name);
    }
  }

  @Test
  void a_missing_file_is_named() throws IOException {
    for (String name : unpack("names").files()) {
      UnpackedBag bag = unpack("without-" + name.replace('/', '-'));
      bag.delete(name);
      Verification verification = verify(bag.folder());
      assertThat(verification.outcome()).as(name).isEqualTo(Outcome.TAMPERED);
      assertThat(verification.findings().toString()).as(name).contains(name);
    }
  }

  @Test
  void an_added_file_is_named() throws IOException {
    UnpackedBag bag = unpack("added");
    bag.write("data/2026-03.csv.zst", "more");
    assertThat(verify(bag.folder()).findings().toString()).contains("data/2026-03.csv.zst");
  }

  @Test
  void a_file_that_cannot_be_opened_says_nothing_of_the_package() throws IOException {
    UnpackedBag bag = unpack("unopened");
    Files.createSymbolicLink(bag.folder().resolve("data/linked"), Path.of("nowhere"));
    assertThatThrownBy(() -> verify(bag.folder()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("data/linked: it is not there");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "reads a file that opens and cannot be read")
  void nor_does_one_that_cannot_be_read() {
    Path unreadable = Path.of("/proc/self/mem");
    assertThatThrownBy(() -> verify(unreadable))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(unreadable + ": ");
  }

  @Test
  void a_package_rebuilt_and_signed_by_somebody_else_is_not_verified() throws IOException {
    SigningKey stranger = PackageFixture.newSigner();
    Verification verification =
        verifier(stranger.publicKey(), fixture.identity).verify(packed.path());
    assertThat(verification.outcome()).isEqualTo(Outcome.TAMPERED);
    assertThat(verification.findings())
        .extracting(Verification.Finding::file)
        .containsExactly(BagNames.SIGNATURE);
  }

  @Test
  void a_proof_whose_digest_is_not_that_of_its_selection_is_refused() throws IOException {
    String widened = PackageFixture.SELECTION.replace("MODALITY", "AGE");
    Verification verification =
        verifyWith(PackageFixture.proof(widened, Digests.sha256(PackageFixture.SELECTION)));
    assertThat(verification.outcome()).isEqualTo(Outcome.TAMPERED);
    assertThat(verification.findings().toString()).contains(BagNames.PROOF, "digest");
  }

  @Test
  void a_released_column_that_was_not_agreed_is_refused() throws IOException {
    String narrower = PackageFixture.SELECTION.replace("field=PERSON_ID\n", "");
    Verification verification =
        verifyWith(PackageFixture.proof(narrower, Digests.sha256(narrower)));
    assertThat(verification.outcome()).isEqualTo(Outcome.TAMPERED);
    assertThat(verification.findings().toString())
        .contains(BagNames.SCHEMA, "not in the agreed selection", "does not allow");
  }

  @Test
  void rows_where_counts_were_agreed_are_refused() throws IOException {
    String counts = PackageFixture.SELECTION.replace("level=row-level", "level=aggregate");
    Verification verification = verifyWith(PackageFixture.proof(counts, Digests.sha256(counts)));
    assertThat(verification.outcome()).isEqualTo(Outcome.TAMPERED);
    assertThat(verification.findings().toString())
        .contains(BagNames.SCHEMA, "holds rows where counts were agreed");
  }

  @Test
  void objections_upheld_by_no_list_are_refused() throws IOException {
    HandledObjections none =
        new HandledObjections(Objections.UPHELD, 0, LocalDate.of(2026, 2, 1), 12);
    String selection = PackageFixture.SELECTION;
    Verification verification =
        verifyWith(PackageFixture.proof(selection, Digests.sha256(selection), none));
    assertThat(verification.outcome()).isEqualTo(Outcome.TAMPERED);
    assertThat(verification.findings().toString()).contains("by which list objections");
  }

  @Test
  void a_month_outside_the_agreed_period_is_refused() throws IOException {
    String shorter = PackageFixture.SELECTION.replace("2026-02-28", "2026-01-31");
    Verification verification = verifyWith(PackageFixture.proof(shorter, Digests.sha256(shorter)));
    assertThat(verification.findings())
        .extracting(Verification.Finding::file)
        .containsExactly("data/2026-02.csv.zst");
  }

  @Test
  void another_persons_identity_does_not_open_the_package() {
    PackageVerifier stranger = verifier(fixture.signer.publicKey(), new PackageFixture().identity);
    assertThatThrownBy(() -> stranger.verify(packed.path()))
        .isInstanceOf(WrongIdentityException.class)
        .hasMessageContaining("encrypted to another key");
  }

  @Test
  void an_encrypted_package_asks_for_an_identity() {
    PackageVerifier nobody =
        new PackageVerifier(Optional.of(fixture.signer.publicKey()), Optional.empty());
    assertThatThrownBy(() -> nobody.verify(packed.path()))
        .isInstanceOf(IdentityNeededException.class)
        .hasMessageContaining("identity");
  }

  @Test
  void an_encrypted_package_that_was_changed_or_cut_short_is_tampered() throws IOException {
    byte[] whole = Files.readAllBytes(packed.path());
    for (int cut = 1; cut < whole.length; cut += whole.length / 7) {
      Path broken = folder.resolve("cut-" + cut + ".age");
      Files.write(broken, Arrays.copyOf(whole, cut));
      assertThat(verify(broken).outcome()).as("cut at %d", cut).isEqualTo(Outcome.TAMPERED);
    }
    for (int at = 30; at < whole.length; at += whole.length / 29) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Path broken = folder.resolve("changed-" + at + ".age");
      Files.write(broken, changed);
      assertThat(outcomeOf(broken)).as("changed at %d", at).isNotEqualTo(Outcome.VERIFIED);
    }
  }

  @Test
  void sha512sum_finds_every_file_of_an_unpacked_bag_intact() throws Exception {
    UnpackedBag bag = unpack("sums");
    for (String manifest : List.of(BagNames.MANIFEST, BagNames.TAG_MANIFEST)) {
      Process check =
          new ProcessBuilder("/usr/bin/sha512sum", "--check", "--strict", "--quiet", manifest)
              .directory(bag.folder().toFile())
              .redirectErrorStream(true)
              .start();
      assertThat(check.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(check.exitValue()).isZero();
    }
  }

  @Test
  void the_same_rows_give_the_same_data_files_and_descriptions() throws IOException {
    PackageFile again = fixture.write(Files.createDirectory(folder.resolve("again")));
    UnpackedBag first = unpack("first");
    UnpackedBag second = UnpackedBag.of(again, fixture.identity, folder.resolve("second"));
    for (String name : first.files()) {
      assertThat(second.folder().resolve(name))
          .hasSameBinaryContentAs(first.folder().resolve(name));
    }
  }

  @Test
  void a_package_that_was_never_finished_is_not_visible() throws IOException {
    Path target = folder.resolve("half.tar.age");
    try (StagedFile half = new StagedFile(target)) {
      half.stream().write(7);
      assertThat(target).doesNotExist();
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".part"));
    }
  }

  private Outcome outcomeOf(Path broken) {
    try {
      return verify(broken).outcome();
    } catch (IOException refused) {
      return Outcome.TAMPERED;
    }
  }

  private Verification verifyWith(ReleaseProof proof) throws IOException {
    return verify(fixture.write(Files.createDirectory(folder.resolve("other")), proof).path());
  }

  private Verification verify(Path source) throws IOException {
    return verifier(fixture.signer.publicKey(), fixture.identity).verify(source);
  }

  private static PackageVerifier verifier(PublicKey signer, String identity) {
    return new PackageVerifier(Optional.of(signer), Optional.of(identity));
  }

  private UnpackedBag unpack(String name) throws IOException {
    return UnpackedBag.of(packed, fixture.identity, Files.createDirectory(folder.resolve(name)));
  }
}
