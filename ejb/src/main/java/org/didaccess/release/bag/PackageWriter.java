package org.didaccess.release.bag;

import jakarta.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.SortedMap;
import org.didaccess.pseudonym.SigningKey;
import org.didaccess.shared.StagedFile;

/** Puts a finished run into a signed bag, encrypted to its recipient. */
public final class PackageWriter {

  private final SigningKey signingKey;

  /** A writer that signs with this key. */
  public PackageWriter(SigningKey signingKey) {
    this.signingKey = signingKey;
  }

  /**
   * Writes the package. The file appears under its name only when it is whole.
   *
   * @param stage the run's folder, which holds the data files
   * @param recipient the recipient's own public key, of age or OpenPGP
   * @param target where the encrypted file goes
   */
  public PackageFile write(
      PackageDescription description,
      ReleaseProof proof,
      Path stage,
      String recipient,
      LocalDate baggedOn,
      Path target)
      throws IOException {
    PackageFile unnamed = writeUnnamed(description, proof, stage, recipient, baggedOn, target);
    StagedFile.name(unnamed.path(), target);
    return new PackageFile(target, unnamed.bytes(), unnamed.sha256());
  }

  /**
   * Writes the package whole and to disk beside the target, under a name that no other has: it gets
   * its own from whoever knows that the run is still theirs.
   */
  public PackageFile writeUnnamed(
      PackageDescription description,
      ReleaseProof proof,
      Path stage,
      String recipient,
      LocalDate baggedOn,
      Path target)
      throws IOException {
    SortedMap<String, byte[]> tags = tags(description, proof, baggedOn);
    MessageDigest digest = Digests.sha256();
    try (StagedFile file = new StagedFile(target)) {
      OutputStream hashed = new DigestOutputStream(file.stream(), digest);
      BagTar.write(description, tags, stage, SealedFiles.encrypt(hashed, recipient));
      long bytes = file.channel().size();
      return new PackageFile(file.keep(), bytes, Digests.hex(digest));
    }
  }

  private SortedMap<String, byte[]> tags(
      PackageDescription description, ReleaseProof proof, LocalDate baggedOn) {
    SortedMap<String, byte[]> tags = BagTags.about(description, baggedOn);
    tags.put(BagNames.PROOF, ProofJson.write(proof, description));
    byte[] tagManifest = BagTags.manifest(tags);
    tags.put(BagNames.TAG_MANIFEST, tagManifest);
    tags.put(BagNames.SIGNATURE, signature(tagManifest));
    return tags;
  }

  private byte[] signature(byte[] tagManifest) {
    return JsonText.write(
        Json.createObjectBuilder()
            .add("algorithm", SigningKey.ALGORITHM)
            .add("keyId", signingKey.keyId())
            .add("signed", BagNames.TAG_MANIFEST)
            .add("signature", Base64.getEncoder().encodeToString(signingKey.sign(tagManifest)))
            .build());
  }
}
