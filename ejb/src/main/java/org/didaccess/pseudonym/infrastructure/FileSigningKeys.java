package org.didaccess.pseudonym.infrastructure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.didaccess.pseudonym.KeyStoreException;
import org.didaccess.pseudonym.KeyWrapping;
import org.didaccess.pseudonym.SigningKey;
import org.didaccess.pseudonym.SigningKeys;
import org.didaccess.pseudonym.WrappedSecrets;
import org.didaccess.shared.StagedFile;

/** The signing key as two files: the private half wrapped by the master key, the public as PEM. */
public final class FileSigningKeys implements SigningKeys, WrappedSecrets {

  private static final String PURPOSE = "package-signing-key/1";

  private final Path wrapped;
  private final Path shown;
  private final MasterKey master;

  /** Opens the master key in these folders. */
  public FileSigningKeys(KeyFolders folders) {
    wrapped = folders.keys().resolve("signing.key");
    shown = folders.keys().resolve("signing-public.pem");
    master = MasterKey.open(folders);
  }

  @Override
  public SigningKey signingKey() {
    try {
      if (!Files.exists(wrapped)) {
        FolderLock.during(wrapped.getParent(), this::makeUnlessThere);
      }
      return read();
    } catch (IOException | GeneralSecurityException failed) {
      throw new KeyStoreException(
          "The signing key in " + wrapped.getParent() + " cannot be read or made.", failed);
    }
  }

  @Override
  public synchronized long rewrap(KeyWrapping wrapping) {
    return WrappedFile.rewrap(wrapped, PURPOSE, wrapping);
  }

  /** The public half goes first: a private key whose public half is missing would be useless. */
  private void makeUnlessThere() throws IOException, GeneralSecurityException {
    if (!Files.exists(wrapped)) {
      KeyPair pair = KeyPairGenerator.getInstance(SigningKey.ALGORITHM).generateKeyPair();
      SigningKey key = new SigningKey(pair.getPrivate(), pair.getPublic());
      StagedFile.write(shown, key.publicKeyPem().getBytes(StandardCharsets.US_ASCII));
      StagedFile.write(wrapped, master.wrap(pair.getPrivate().getEncoded(), PURPOSE));
    }
  }

  private SigningKey read() throws IOException, GeneralSecurityException {
    KeyFactory factory = KeyFactory.getInstance(SigningKey.ALGORITHM);
    byte[] secret = master.unwrap(Files.readAllBytes(wrapped), PURPOSE);
    PrivateKey privateKey = factory.generatePrivate(new PKCS8EncodedKeySpec(secret));
    String base64 = Files.readString(shown).replaceAll("-----[A-Z ]+-----|\\s", "");
    PublicKey publicKey =
        factory.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    return new SigningKey(privateKey, publicKey);
  }
}
