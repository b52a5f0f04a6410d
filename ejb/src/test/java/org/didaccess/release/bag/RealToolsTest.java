package org.didaccess.release.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.exceptions.CorruptChecksumException;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A recipient opens a package with the programs that they have: age or gpg, tar and sha512sum. The
 * product's own test run installs them where it can.
 */
class RealToolsTest {

  @TempDir private Path folder;
  private Path gpgHome;
  private String passphrase = "";

  @BeforeEach
  void make_a_home_for_gpg() throws IOException {
    gpgHome =
        Files.createDirectory(
            Path.of("/tmp").resolve("gpg-" + ProcessHandle.current().pid() + System.nanoTime()),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  @Test
  void age_opens_a_package_and_its_manifest_is_right() throws Exception {
    assumeHasProgram("age");
    PackageFixture fixture = new PackageFixture();
    Path identity = folder.resolve("identity.txt");
    Files.writeString(identity, fixture.identity + "\n");
    Path sealed = fixture.write(folder.resolve("stage-age")).path();

    run("age", "--decrypt", "-i", identity.toString(), "-o", tar().toString(), sealed.toString());

    checkTheBag();
  }

  @Test
  void gpg_opens_a_package_to_a_key_that_it_made_and_its_manifest_is_right() throws Exception {
    assumeHasProgram("gpg");
    gpg("--quick-generate-key", "Invented Recipient <recipient@example.org>");
    String exported = gpg("--armor", "--export", "recipient@example.org");
    PackageFixture fixture = new PackageFixture(exported, "unused");

    Path sealed = fixture.write(folder.resolve("stage-gpg")).path();

    assertThat(sealed.getFileName().toString()).endsWith(".tar.gpg");
    gpg("--output", tar().toString(), "--decrypt", sealed.toString());
    checkTheBag();
    String secret = gpg("--armor", "--export-secret-keys", "recipient@example.org");
    assertThat(
            new PackageVerifier(Optional.of(fixture.signer.publicKey()), Optional.of(secret))
                .verify(sealed)
                .outcome())
        .isEqualTo(Verification.Outcome.VERIFIED);
    gpg("--batch", "--yes", "--delete-secret-and-public-key", fingerprint());
  }

  @Test
  void a_package_is_checked_with_a_key_that_gpg_keeps_behind_a_passphrase() throws Exception {
    assumeHasProgram("gpg");
    gpg("--quick-generate-key", "Invented Recipient <recipient@example.org>");
    PackageFixture fixture =
        new PackageFixture(gpg("--armor", "--export", "recipient@example.org"), "unused");
    Path sealed = fixture.write(folder.resolve("stage-locked")).path();
    passphrase = "an invented passphrase";
    gpg("--pinentry-mode", "loopback", "--passwd", fingerprint());
    String locked =
        gpg("--pinentry-mode", "loopback", "--armor", "--export-secret-keys", fingerprint());

    assertThat(SecretKeys.areLocked(locked)).isTrue();
    String unlocked = SecretKeys.unlocked(locked, passphrase.toCharArray());
    assertThat(
            new PackageVerifier(Optional.of(fixture.signer.publicKey()), Optional.of(unlocked))
                .verify(sealed)
                .outcome())
        .isEqualTo(Verification.Outcome.VERIFIED);
    gpg("--yes", "--delete-secret-and-public-key", fingerprint());
  }

  @Test
  void the_library_of_congress_takes_it_for_a_valid_bag_and_a_changed_one_for_none()
      throws Exception {
    PackageFixture fixture = new PackageFixture();
    Path sealed = fixture.write(folder.resolve("stage")).path();
    Path bag = folder.resolve("bag");
    BagReader.read(
        new PackageSource(sealed),
        Optional.of(fixture.identity),
        (name, content) -> {
          Files.createDirectories(bag.resolve(name).getParent());
          Files.copy(content, bag.resolve(name));
        });

    assertValid(bag);

    Files.writeString(bag.resolve("data").resolve("2026-01.csv.zst"), "changed");
    assertThatThrownBy(() -> assertValid(bag)).isInstanceOf(CorruptChecksumException.class);
  }

  private static void assertValid(Path folder) throws Exception {
    try (BagVerifier verifier = new BagVerifier()) {
      Bag bag = new gov.loc.repository.bagit.reader.BagReader().read(folder);
      assertThat(bag.getVersion().toString()).isEqualTo("1.0");
      verifier.isValid(bag, false);
      BagVerifier.quicklyVerify(bag);
    }
  }

  private void checkTheBag() throws Exception {
    run("tar", "-xf", tar().toString(), "-C", folder.toString());
    Path bag = folder.resolve(PackageFixture.REFERENCE);
    assertThat(in(bag, "sha512sum", "--check", "--strict", "manifest-sha512.txt"))
        .contains(": OK")
        .doesNotContain("FAILED");
    assertThat(in(bag, "sha512sum", "--check", "--strict", "tagmanifest-sha512.txt"))
        .contains("datapackage.json: OK");
  }

  private Path tar() {
    return folder.resolve("package.tar");
  }

  private String fingerprint() throws Exception {
    return gpg("--with-colons", "--fingerprint")
        .lines()
        .filter(line -> line.startsWith("fpr"))
        .findFirst()
        .orElseThrow()
        .replaceAll("[^0-9A-F]", "");
  }

  private String gpg(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("gpg", "--homedir", gpgHome.toString(), "--batch", "--passphrase", passphrase));
    command.addAll(Arrays.asList(arguments));
    return run(command.toArray(String[]::new));
  }

  private String run(String... command) throws Exception {
    return in(folder, command);
  }

  private static String in(Path place, String... command) throws Exception {
    Path messages = Files.createTempFile("messages", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(place.toFile())
            .redirectError(messages.toFile())
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", command[0], Files.readString(messages)).isZero();
    return output;
  }

  private static void assumeHasProgram(String name) {
    assumeTrue(
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(place -> Files.isExecutable(Path.of(place, name))),
        name + " is not installed");
  }
}
