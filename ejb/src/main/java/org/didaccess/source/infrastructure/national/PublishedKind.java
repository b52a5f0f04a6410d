package org.didaccess.source.infrastructure.national;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The published files that are known by their names, whatever the folder or archive in which they
 * came. Of SNOMED CT's release the full files of the country's own edition count, never the
 * international ones, snapshots and deltas beside them.
 */
enum PublishedKind {
  POSTCODES("ONSPD_*_UK.csv", "onspd(_[a-z]{3}_\\d{4}_uk)?\\.csv", false),
  PROVIDERS("etr.csv", "(etr|ephp)\\.csv", true),
  SITES("ets.csv", "(ets|ephpsite)\\.csv", true),
  PRACTICES("epraccur.csv", "epraccur\\.csv", false),
  COMMISSIONERS("eccg.csv", "eccg\\.csv", false),
  MEMBERSHIPS("epcmem.csv", "epcmem\\.csv", false),
  NICIP("nicip.csv", "nicip\\.csv", false),
  SNOMED(
      "der2_Refset_Simple*Full_GB*.txt",
      "der2_refset_simple[a-z]*full_gb.*\\.txt|imaging_refset\\.txt",
      false),
  IMAGING_MAP(
      "der2_sRefset_SimpleMap*Full_GB*.txt",
      "der2_srefset_simplemap[a-z]*full_gb.*\\.txt|imaging_map\\.txt",
      false),
  CLINICAL_GROUPS("clinical_groups.csv", "clinical_groups\\.csv", false),
  CLINICAL_LABELS("clinical_labels.csv", "clinical_labels\\.csv", false),
  VALUE_LISTS("value_lists.csv", "value_lists\\.csv", false);

  private final String example;
  private final Pattern name;
  private final boolean several;

  PublishedKind(String example, String name, boolean several) {
    this.example = example;
    this.name = Pattern.compile(name, Pattern.CASE_INSENSITIVE);
    this.several = several;
  }

  /** The kind that a file's name, without folders, says; nothing where it is none of them. */
  static Optional<PublishedKind> of(String file) {
    return Arrays.stream(values()).filter(kind -> kind.name.matcher(file).matches()).findFirst();
  }

  /** Names that are known, to say in a message. */
  static String examples() {
    return Arrays.stream(values()).map(kind -> kind.example).collect(Collectors.joining(", "));
  }

  /** Whether one import may take several files of the kind. */
  boolean maySeveral() {
    return several;
  }
}
