package org.didaccess.source.domain.reference;

/**
 * An organisation, site or practice over one span of time.
 *
 * @param code ODS code
 * @param name its name
 * @param role what it is
 * @param parent a site's provider, a practice's commissioner; otherwise null
 */
public record Organisation(String code, String name, Role role, String parent) {

  /** What an organisation is to a submission. */
  public enum Role {
    PROVIDER,
    COMMISSIONER,
    PRACTICE,
    SITE
  }
}
