package org.didaccess.audit.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.didaccess.audit.domain.CheckpointSigner;

/** The checkpoint key of an installation: made once, readable by the server's account alone. */
public final class SignerKeyFiles {

  private static final String ALGORITHM = "Ed25519";

  private final Path secretFile;
  private final Path publicFile;

  /**
   * @param folder where keys are kept
   */
  public SignerKeyFiles(Path folder) {
    secretFile = folder.resolve("audit-signer.key");
    publicFile = folder.resolve("audit-signer.pub");
  }

  /** The signer; its key is made the first time. */
  public CheckpointSigner signer() {
    try {
      KeyPair keys = Files.exists(secretFile) ? read() : create();
      CheckpointSigner signer = new CheckpointSigner(keys);
      DurableFile.write(publicFile, signer.signerKey().text() + "\n", "rw-r--r--");
      return signer;
    } catch (IOException e) {
      throw new UncheckedIOException("The checkpoint key " + secretFile + " cannot be used", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The checkpoint key " + secretFile + " is damaged", e);
    }
  }

  /** The file with the public half, for checks without the server. */
  public Path publicFile() {
    return publicFile;
  }

  private KeyPair create() throws IOException, GeneralSecurityException {
    Files.createDirectories(secretFile.getParent());
    KeyPair keys = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    Base64.Encoder base64 = Base64.getEncoder();
    String text =
        base64.encodeToString(keys.getPrivate().getEncoded())
            + "\n"
            + base64.encodeToString(keys.getPublic().getEncoded())
            + "\n";
    DurableFile.write(secretFile, text, "rw-------");
    return keys;
  }

  private KeyPair read() throws IOException, GeneralSecurityException {
    List<String> lines = Files.readAllLines(secretFile);
    if (lines.size() != 2) {
      throw new GeneralSecurityException("expected the two halves of a key, a line each");
    }
    Base64.Decoder base64 = Base64.getDecoder();
    KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
    return new KeyPair(
        factory.generatePublic(new X509EncodedKeySpec(base64.decode(lines.get(1)))),
        factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.get(0)))));
  }
}
