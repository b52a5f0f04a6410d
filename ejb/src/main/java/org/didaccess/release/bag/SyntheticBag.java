package org.didaccess.release.bag;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SortedMap;

/** A bag of invented rows: open, without proof and signature, and marked as what it is. */
public final class SyntheticBag {

  private SyntheticBag() {}

  /**
   * Writes the bag as a tar, and closes the target.
   *
   * @param description one that is {@linkplain PackageDescription#synthetic() synthetic}
   * @param stage the folder that holds the data files
   */
  public static void write(
      PackageDescription description, Path stage, LocalDate baggedOn, OutputStream target)
      throws IOException {
    SortedMap<String, byte[]> tags = BagTags.about(description, baggedOn);
    tags.put(BagNames.SYNTHETIC, BagTags.text(description.provenance() + "\n"));
    tags.put(BagNames.TAG_MANIFEST, BagTags.manifest(tags));
    BagTar.write(description, tags, stage, target);
  }
}
