package org.didaccess.source.domain.reference;

/**
 * What an imaging code means, as ids of the clinical labels; each may be null.
 *
 * @param modality modality
 * @param subModality sub-modality
 * @param region region of the body
 * @param subRegion sub-region
 * @param system system of the body
 * @param subSystem sub-system
 * @param component component of the sub-system
 * @param morphology morphology
 * @param fetal whether it is of an unborn child
 * @param earlyCancer early cancer diagnosis
 * @param subEarlyCancer its sub-level
 */
public record ClinicalGroup(
    Short modality,
    Short subModality,
    Short region,
    Short subRegion,
    Short system,
    Short subSystem,
    Short component,
    Short morphology,
    Short fetal,
    Short earlyCancer,
    Short subEarlyCancer) {

  /** Of a code that has no group on the day. */
  public static final ClinicalGroup NONE =
      new ClinicalGroup(null, null, null, null, null, null, null, null, null, null, null);
}
