package org.didaccess.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.didaccess.pseudonym.infrastructure.FileAgreementKeys;
import org.didaccess.pseudonym.infrastructure.KeyFolders;
import org.didaccess.pseudonym.infrastructure.KeyToken;
import org.didaccess.pseudonym.infrastructure.MasterKey;
import org.didaccess.pseudonym.infrastructure.MasterKeyRotation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The master key in a real PKCS#11 token made of software (SoftHSM). */
@EnabledIf("aTokenCanBeMade")
class TokenMasterKeyTest {

  private static final String PIN = "2468";
  private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.US_ASCII);
  private static final UUID STUDY = UUID.fromString("00000000-0000-4000-8000-000000000001");

  /** Tokens that no test has used: the library sees those alone that were there when it began. */
  private static final Deque<String> SLOTS = new ArrayDeque<>();

  @TempDir private Path home;
  private KeyFolders folders;

  static boolean aTokenCanBeMade() {
    return library().isPresent();
  }

  @BeforeAll
  static void make_tokens() throws IOException, InterruptedException {
    Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
    Path tokens =
        Files.createDirectories(configuration.resolveSibling("softhsm-" + UUID.randomUUID()));
    Files.writeString(configuration, "directories.tokendir = " + tokens + "\n");
    for (int i = 0; i < 5; i++) {
      SLOTS.add(newToken("did-access-" + i));
    }
  }

  @BeforeEach
  void a_token_of_its_own() throws IOException {
    String slot = SLOTS.remove();
    Path configuration =
        Files.writeString(
            home.resolve("token.cfg"),
            "name = Token%s\nlibrary = %s\nslot = %s\n"
                .formatted(slot, library().orElseThrow(), slot));
    Path pin = Files.writeString(home.resolve("pin"), PIN + "\n");
    folders = KeyFolders.under(home, Optional.of(new KeyToken(configuration, pin)));
  }

  @Test
  void a_key_in_the_token_wraps_and_no_file_holds_one() {
    byte[] wrapped = MasterKey.open(folders).wrap(SECRET, "one purpose");
    assertThat(MasterKey.open(folders).unwrap(wrapped, "one purpose")).isEqualTo(SECRET);
    assertThatThrownBy(() -> MasterKey.open(folders).unwrap(wrapped, "another purpose"))
        .isInstanceOf(KeyStoreException.class);
    wrapped[wrapped.length - 1] ^= 1;
    assertThatThrownBy(() -> MasterKey.open(folders).unwrap(wrapped, "one purpose"))
        .isInstanceOf(KeyStoreException.class);
    assertThat(folders.keys().resolve("master.p12")).doesNotExist();
  }

  @Test
  void a_rotation_moves_from_the_file_to_the_token_and_on_within_it() {
    KeyFolders file = KeyFolders.under(home, Optional.empty());
    String token = token(file);
    assertThat(token(folders)).isEqualTo(token);

    new MasterKeyRotation(folders, List.of()).rotate();
    assertThat(folders.keys().resolve("master.p12")).doesNotExist();
    assertThat(token(folders)).isEqualTo(token);
    new MasterKeyRotation(folders, List.of()).rotate();
    assertThat(token(folders)).isEqualTo(token);
    assertThatThrownBy(() -> token(file)).isInstanceOf(KeyStoreException.class);
  }

  @Test
  void a_rotation_that_was_interrupted_in_the_file_goes_on_in_the_token() {
    KeyFolders file = KeyFolders.under(home, Optional.empty());
    String token = token(file);
    MasterKeyRotation broken =
        new MasterKeyRotation(
            file,
            List.of(
                wrapping -> {
                  throw new KeyStoreException("the disk is full");
                }));
    assertThatThrownBy(broken::rotate).hasMessageContaining("disk is full");

    new MasterKeyRotation(folders, List.of()).rotate();

    assertThat(folders.keys().resolve("master.p12")).doesNotExist();
    assertThat(token(folders)).isEqualTo(token);
    assertThatThrownBy(() -> token(file))
        .as("without its configuration no new key is made in a file")
        .hasMessageContaining("another master key wraps");
  }

  @Test
  void a_wrong_pin_is_told_and_nothing_is_made_in_a_file_instead() throws IOException {
    Files.writeString(home.resolve("pin"), "1357");
    assertThatThrownBy(() -> MasterKey.open(folders))
        .isInstanceOf(KeyStoreException.class)
        .hasMessageContaining("PKCS#11 token");
    assertThat(folders.keys().resolve("master.p12")).doesNotExist();
  }

  private static String token(KeyFolders folders) {
    byte[] token = new byte[Tokeniser.TOKEN_LENGTH];
    new FileAgreementKeys(folders)
        .keyOfFirstUse(STUDY)
        .tokeniser()
        .token(Tokeniser.Domain.PERSON, SECRET, 0, SECRET.length, token);
    return HexFormat.of().formatHex(token);
  }

  /** Gives the number of its slot. */
  private static String newToken(String label) throws IOException, InterruptedException {
    Process made =
        new ProcessBuilder(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                label,
                "--so-pin",
                "13579",
                "--pin",
                PIN)
            .redirectErrorStream(true)
            .start();
    String told = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(made.waitFor()).as(told).isZero();
    Matcher slot = Pattern.compile("slot (\\d+)").matcher(told);
    assertThat(slot.find()).as(told).isTrue();
    return slot.group(1);
  }

  private static Optional<Path> library() {
    return List.of(
            "/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
            "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so")
        .stream()
        .map(Path::of)
        .filter(Files::exists)
        .findFirst();
  }
}
