package org.didaccess.release.bag;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.didaccess.release.engine.WrittenPartition;

/** The files of a bag that tell about its data: BagIt's own, the description and the loaders. */
final class BagTags {

  private BagTags() {}

  /** All but the manifest of the tags themselves, by name. */
  static SortedMap<String, byte[]> about(PackageDescription description, LocalDate baggedOn) {
    SortedMap<String, byte[]> tags = new TreeMap<>(Loaders.write(description));
    tags.put(
        BagNames.DECLARATION, text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
    tags.put(BagNames.INFO, text(info(description, baggedOn)));
    tags.put(BagNames.DATA_PACKAGE, DataPackageJson.dataPackage(description));
    tags.put(BagNames.SCHEMA, DataPackageJson.schema(description));
    tags.put(BagNames.CODE_BOOK, CodeBook.write(description));
    tags.put(BagNames.PRINTED_CODE_BOOK, PrintedCodeBook.write(description));
    tags.put(BagNames.MANIFEST, text(manifest(description)));
    return tags;
  }

  /** The manifest of these tags. */
  static byte[] manifest(SortedMap<String, byte[]> tags) {
    StringBuilder manifest = new StringBuilder();
    tags.forEach((name, content) -> line(manifest, Digests.sha512(content), name));
    return text(manifest.toString());
  }

  private static String info(PackageDescription description, LocalDate baggedOn) {
    long bytes =
        description.partitions().stream().mapToLong(WrittenPartition::bytes).sum()
            + description.moreFiles().stream().mapToLong(WrittenFile::bytes).sum();
    return "Bagging-Date: "
        + baggedOn
        + "\nBag-Software-Agent: DID Access "
        + description.productVersion()
        + "\nExternal-Identifier: "
        + description.reference()
        + "\nPayload-Oxum: "
        + bytes
        + "."
        + (description.partitions().size() + description.moreFiles().size())
        + "\n";
  }

  private static String manifest(PackageDescription description) {
    StringBuilder manifest = new StringBuilder();
    for (WrittenPartition partition : description.partitions()) {
      line(manifest, partition.sha512(), description.dataFile(partition));
    }
    description.moreFiles().forEach(file -> line(manifest, file.sha512(), file.name()));
    return manifest.toString();
  }

  private static void line(StringBuilder manifest, String digest, String name) {
    manifest.append(digest).append("  ").append(name).append('\n');
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
