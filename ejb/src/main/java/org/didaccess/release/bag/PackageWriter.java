package org.didaccess.release.bag;

import jakarta.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.didaccess.pseudonym.SigningKey;
import org.didaccess.release.engine.WrittenPartition;

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
   * @param recipient the recipient's age key
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
    SortedMap<String, byte[]> tags = tags(description, proof, baggedOn);
    MessageDigest digest = Digests.sha256();
    try (StagedFile file = new StagedFile(target)) {
      OutputStream hashed = new DigestOutputStream(file.stream(), digest);
      OutputStream encrypted = AgeFiles.encrypt(hashed, recipient);
      try (TarArchiveOutputStream tar = tar(encrypted)) {
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
          addBytes(tar, path(description, tag.getKey()), tag.getValue());
        }
        for (WrittenPartition partition : description.partitions()) {
          addFile(tar, description, stage, partition);
        }
      }
      long bytes = file.channel().size();
      file.publish();
      return new PackageFile(target, bytes, Digests.hex(digest));
    }
  }

  private SortedMap<String, byte[]> tags(
      PackageDescription description, ReleaseProof proof, LocalDate baggedOn) {
    SortedMap<String, byte[]> tags = new TreeMap<>(Loaders.write(description));
    tags.put(
        BagNames.DECLARATION, text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
    tags.put(BagNames.INFO, text(info(description, baggedOn)));
    tags.put(BagNames.DATA_PACKAGE, DataPackageJson.dataPackage(description));
    tags.put(BagNames.SCHEMA, DataPackageJson.schema(description));
    tags.put(BagNames.CODE_BOOK, CodeBook.write(description));
    tags.put(BagNames.PROOF, ProofJson.write(proof, description));
    tags.put(BagNames.MANIFEST, text(manifest(description)));
    byte[] tagManifest = text(tagManifest(tags));
    tags.put(BagNames.TAG_MANIFEST, tagManifest);
    tags.put(BagNames.SIGNATURE, signature(tagManifest));
    return tags;
  }

  private static String info(PackageDescription description, LocalDate baggedOn) {
    long bytes = description.partitions().stream().mapToLong(WrittenPartition::bytes).sum();
    return "Bagging-Date: "
        + baggedOn
        + "\nBag-Software-Agent: DID Access "
        + description.productVersion()
        + "\nExternal-Identifier: "
        + description.reference()
        + "\nPayload-Oxum: "
        + bytes
        + "."
        + description.partitions().size()
        + "\n";
  }

  private static String manifest(PackageDescription description) {
    StringBuilder manifest = new StringBuilder();
    for (WrittenPartition partition : description.partitions()) {
      line(manifest, partition.sha512(), description.dataFile(partition));
    }
    return manifest.toString();
  }

  private static String tagManifest(SortedMap<String, byte[]> tags) {
    StringBuilder manifest = new StringBuilder();
    tags.forEach((name, content) -> line(manifest, Digests.sha512(content), name));
    return manifest.toString();
  }

  private static void line(StringBuilder manifest, String digest, String name) {
    manifest.append(digest).append("  ").append(name).append('\n');
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

  private static TarArchiveOutputStream tar(OutputStream target) {
    TarArchiveOutputStream tar = new TarArchiveOutputStream(target, StandardCharsets.UTF_8.name());
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    return tar;
  }

  private static void addBytes(TarArchiveOutputStream tar, String path, byte[] content)
      throws IOException {
    tar.putArchiveEntry(entry(path, content.length));
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private static void addFile(
      TarArchiveOutputStream tar,
      PackageDescription description,
      Path stage,
      WrittenPartition partition)
      throws IOException {
    String name = description.dataFile(partition);
    tar.putArchiveEntry(entry(path(description, name), partition.bytes()));
    Files.copy(stage.resolve(name), tar);
    tar.closeArchiveEntry();
  }

  private static TarArchiveEntry entry(String path, long size) {
    TarArchiveEntry entry = new TarArchiveEntry(path);
    entry.setSize(size);
    entry.setModTime(0);
    entry.setMode(TarArchiveEntry.DEFAULT_FILE_MODE);
    return entry;
  }

  private static String path(PackageDescription description, String name) {
    return description.reference() + "/" + name;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
