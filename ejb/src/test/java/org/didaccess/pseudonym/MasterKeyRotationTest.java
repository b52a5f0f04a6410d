package org.didaccess.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.pseudonym.infrastructure.FileAgreementKeys;
import org.didaccess.pseudonym.infrastructure.FileSigningKeys;
import org.didaccess.pseudonym.infrastructure.FileWatermarkKeys;
import org.didaccess.pseudonym.infrastructure.KeyFolders;
import org.didaccess.pseudonym.infrastructure.MasterKey;
import org.didaccess.pseudonym.infrastructure.MasterKeyRotation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new master key changes what wraps the keys and none of the keys. */
class MasterKeyRotationTest {

  private static final UUID STUDY = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final byte[] REFERENCE = "a reference".getBytes(StandardCharsets.US_ASCII);
  private static final String PURPOSE = "a purpose";

  @TempDir private Path home;
  private KeyFolders folders;
  private byte[] held;

  @BeforeEach
  void keys_in_use() {
    folders = KeyFolders.under(home, Optional.empty());
    held = MasterKey.open(folders).wrap(REFERENCE, PURPOSE);
  }

  @Test
  void no_token_signature_or_mark_changes() throws IOException {
    String token = token();
    String mark = mark();
    byte[] signer = new FileSigningKeys(folders).signingKey().publicKey().getEncoded();
    byte[] wrappedBefore = Files.readAllBytes(folders.agreements().resolve(STUDY + ".key"));

    assertThat(rotation().rotate()).isEqualTo(4);

    assertThat(token()).isEqualTo(token);
    assertThat(mark()).isEqualTo(mark);
    assertThat(new FileSigningKeys(folders).signingKey().publicKey().getEncoded())
        .isEqualTo(signer);
    assertThat(MasterKey.open(folders).unwrap(held, PURPOSE)).isEqualTo(REFERENCE);
    assertThat(Files.readAllBytes(folders.agreements().resolve(STUDY + ".key")))
        .isNotEqualTo(wrappedBefore);
  }

  @Test
  void the_old_key_opens_nothing_afterwards_and_nothing_of_before_opens_with_the_new_one()
      throws IOException {
    token();
    byte[] kept = held;
    Path backup = Files.copy(folders.keys().resolve("master.p12"), home.resolve("old.p12"));
    byte[] wrappedBefore = Files.readAllBytes(folders.agreements().resolve(STUDY + ".key"));
    rotation().rotate();

    assertThatThrownBy(() -> MasterKey.open(folders).unwrap(kept, PURPOSE))
        .isInstanceOf(KeyStoreException.class);
    Path key = folders.agreements().resolve(STUDY + ".key");
    byte[] wrappedAfter = Files.readAllBytes(key);
    Files.write(key, wrappedBefore);
    assertThatThrownBy(this::token).isInstanceOf(KeyStoreException.class);
    Files.write(key, wrappedAfter);
    Files.copy(backup, folders.keys().resolve("master.p12"), StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(this::token).isInstanceOf(KeyStoreException.class);
  }

  @Test
  void what_was_interrupted_leaves_everything_readable_and_goes_on_when_started_again() {
    String token = token();
    String mark = mark();
    MasterKeyRotation broken =
        new MasterKeyRotation(
            folders,
            List.of(
                wrapping -> {
                  throw new KeyStoreException("the disk is full");
                }));
    assertThatThrownBy(broken::rotate).hasMessageContaining("disk is full");

    assertThat(token()).isEqualTo(token);
    assertThat(MasterKey.open(folders).unwrap(held, PURPOSE)).isEqualTo(REFERENCE);
    rotation().rotate();
    assertThat(token()).isEqualTo(token);
    assertThat(mark()).isEqualTo(mark);
    assertThat(MasterKey.open(folders).unwrap(held, PURPOSE)).isEqualTo(REFERENCE);
  }

  @Test
  void it_can_be_rotated_again_and_again() {
    String token = token();
    for (int i = 0; i < 12; i++) {
      rotation().rotate();
    }
    assertThat(token()).isEqualTo(token);
  }

  @Test
  void a_lost_master_key_is_told_and_none_is_made_in_its_place() throws IOException {
    token();
    Files.delete(folders.keys().resolve("master.p12"));

    assertThatThrownBy(() -> MasterKey.open(folders))
        .isInstanceOf(KeyStoreException.class)
        .hasMessageContaining("another master key wraps");
    assertThat(folders.keys().resolve("master.p12")).doesNotExist();
  }

  private MasterKeyRotation rotation() {
    return new MasterKeyRotation(
        folders,
        List.of(
            wrapping -> {
              held = wrapping.wrap(wrapping.unwrap(held, PURPOSE), PURPOSE);
              return 1;
            }));
  }

  private String token() {
    byte[] token = new byte[Tokeniser.TOKEN_LENGTH];
    new FileAgreementKeys(folders)
        .keyOfFirstUse(STUDY)
        .tokeniser()
        .token(Tokeniser.Domain.PERSON, REFERENCE, 0, REFERENCE.length, token);
    return HexFormat.of().formatHex(token);
  }

  private String mark() {
    FileWatermarkKeys marks = new FileWatermarkKeys(folders);
    marks.makeForFirstUse();
    return Arrays.toString(marks.of(STUDY, STUDY).key().copyBytes());
  }
}
