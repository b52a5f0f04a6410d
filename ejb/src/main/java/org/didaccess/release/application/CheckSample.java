package org.didaccess.release.application;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.didaccess.pseudonym.KeyWrapping;
import org.didaccess.release.bag.RowSample;
import org.didaccess.release.domain.RunPurposes;

/**
 * The rows that the second person sees: kept under the master key, so that the database sees none.
 */
final class CheckSample {

  private CheckSample() {}

  static String wrap(KeyWrapping wrapping, UUID run, String csv) {
    return Base64.getEncoder()
        .encodeToString(
            wrapping.wrap(csv.getBytes(StandardCharsets.UTF_8), RunPurposes.sample(run)));
  }

  /** The lines, the columns' names first; none where none are kept any more. */
  static List<List<String>> unwrap(KeyWrapping wrapping, UUID run, String wrapped) {
    if (wrapped == null) {
      return List.of();
    }
    byte[] csv = wrapping.unwrap(Base64.getDecoder().decode(wrapped), RunPurposes.sample(run));
    return RowSample.lines(new String(csv, StandardCharsets.UTF_8));
  }
}
