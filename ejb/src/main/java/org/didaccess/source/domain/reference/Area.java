package org.didaccess.source.domain.reference;

/**
 * Where a postcode lies.
 *
 * @param lsoa lower layer super output area, or null
 * @param msoa middle layer super output area, or null
 * @param region English region (GSS code), or null
 */
public record Area(String lsoa, String msoa, String region) {

  /** Of a postcode that is not known or names no home. */
  public static final Area NONE = new Area(null, null, null);
}
