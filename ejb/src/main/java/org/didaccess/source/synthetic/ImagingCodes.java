package org.didaccess.source.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.didaccess.source.domain.reference.ClinicalGroup;
import org.didaccess.source.domain.reference.Reference;

/** Imaging codes of one modality that are active through the whole period, the usual ones first. */
final class ImagingCodes {

  /**
   * A code pair.
   *
   * @param nicip NICIP code
   * @param snomed the SNOMED CT code that it maps to
   * @param unborn whether it is for an unborn child
   */
  record Pair(String nicip, String snomed, boolean unborn) {}

  private final List<Pair> pairs;

  ImagingCodes(Reference reference, Modality modality, LocalDate first, LocalDate last) {
    List<Pair> found = new ArrayList<>();
    for (String nicip : reference.nicipCodes().stream().sorted().toList()) {
      ClinicalGroup group = reference.groupOfNicip(nicip, last).orElse(ClinicalGroup.NONE);
      if (group.modality() != null
          && group.modality() == modality.id()
          && isActive(reference, nicip, first, last)) {
        reference
            .snomedOf(nicip)
            .flatMap(map -> map.on(last))
            .ifPresent(snomed -> found.add(new Pair(nicip, snomed, isUnborn(group))));
      }
    }
    this.pairs = List.copyOf(found);
  }

  boolean isEmpty() {
    return pairs.isEmpty();
  }

  List<Pair> pairs() {
    return pairs;
  }

  /** The first codes are used most. */
  Pair pick(SplittableRandom random) {
    double place = random.nextDouble();
    return pairs.get((int) (place * place * pairs.size()));
  }

  private static boolean isActive(
      Reference reference, String nicip, LocalDate first, LocalDate last) {
    return reference
        .nicip(nicip)
        .filter(code -> code.isLiveOn(first) && code.isLiveOn(last))
        .flatMap(code -> reference.snomedOf(nicip))
        .flatMap(map -> map.on(first).filter(snomed -> map.holds(snomed, last)))
        .flatMap(reference::snomed)
        .filter(snomed -> snomed.isLiveOn(first) && snomed.isLiveOn(last))
        .isPresent();
  }

  private static boolean isUnborn(ClinicalGroup group) {
    return group.fetal() != null && group.fetal() == 1;
  }
}
