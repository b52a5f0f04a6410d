package org.didaccess.source.infrastructure.national;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.didaccess.source.domain.reference.Organisation.Role;

/** One small invented file of each kind that can be imported, in the very form of the real one. */
public final class PublishedSample {

  private static final String PLACE = "/org/didaccess/source/published/";
  private static final List<String> NAMES =
      List.of(
          "onspd.csv",
          "etr.csv",
          "ets.csv",
          "ephp.csv",
          "ephpsite.csv",
          "epraccur.csv",
          "eccg.csv",
          "epcmem.csv",
          "nicip.csv",
          "imaging_refset.txt",
          "imaging_map.txt",
          "clinical_groups.csv",
          "clinical_labels.csv",
          "value_lists.csv");

  private PublishedSample() {}

  /** Writes the files into a folder and says what each is for. */
  public static ReferenceSources copyTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : NAMES) {
      try (InputStream file = PublishedSample.class.getResourceAsStream(PLACE + name)) {
        Files.copy(file, folder.resolve(name));
      }
    }
    return new ReferenceSources(
        Optional.of(folder.resolve("onspd.csv")),
        Map.of(
            Role.PROVIDER, List.of(folder.resolve("etr.csv"), folder.resolve("ephp.csv")),
            Role.SITE, List.of(folder.resolve("ets.csv"), folder.resolve("ephpsite.csv")),
            Role.PRACTICE, List.of(folder.resolve("epraccur.csv")),
            Role.COMMISSIONER, List.of(folder.resolve("eccg.csv"))),
        List.of(folder.resolve("epcmem.csv")),
        Optional.of(folder.resolve("nicip.csv")),
        Optional.of(folder.resolve("imaging_refset.txt")),
        ReferenceSources.IMAGING_REFSET,
        Optional.of(folder.resolve("imaging_map.txt")),
        Optional.of(folder.resolve("clinical_groups.csv")),
        Optional.of(folder.resolve("clinical_labels.csv")),
        Optional.of(folder.resolve("value_lists.csv")));
  }
}
