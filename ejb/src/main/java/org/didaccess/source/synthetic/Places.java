package org.didaccess.source.synthetic;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.domain.reference.Organisation;
import org.didaccess.source.domain.reference.Organisation.Role;
import org.didaccess.source.domain.reference.Reference;

/**
 * Postcodes, practices and sites that are live through the whole period. The lists stand in the
 * order of their codes, and neighbours in one are neighbours in the others.
 */
final class Places {

  private final List<String> postcodes;
  private final List<String> practices;
  private final List<String> sites;
  private final List<String> providers;

  Places(Reference reference, LocalDate first, LocalDate last) {
    this.postcodes =
        live(
            reference.postcodes(),
            code -> reference.isPostcodeLive(code, first) && reference.isPostcodeLive(code, last));
    this.practices = organisations(reference, Role.PRACTICE, first, last);
    this.sites = organisations(reference, Role.SITE, first, last);
    this.providers =
        sites.stream()
            .map(site -> reference.organisation(site, Role.SITE).flatMap(t -> t.lastOn(last)))
            .map(site -> site.map(Organisation::parent).orElseThrow())
            .toList();
    if (postcodes.isEmpty() || practices.isEmpty() || sites.isEmpty()) {
      throw new InvalidSubmissionException(
          "The reference has no postcode, practice or site that is live in all of those months.");
    }
  }

  int homes() {
    return postcodes.size();
  }

  /** The postcode as people write it. */
  String postcode(int home) {
    String compact = postcodes.get(home);
    int inward = compact.length() - 3;
    return compact.substring(0, inward) + " " + compact.substring(inward);
  }

  String practice(int home) {
    return practices.get((int) ((long) home * practices.size() / homes()));
  }

  int site(int home) {
    return (int) ((long) home * sites.size() / homes());
  }

  String siteCode(int site) {
    return sites.get(site);
  }

  String providerOf(int site) {
    return providers.get(site);
  }

  private static List<String> organisations(
      Reference reference, Role role, LocalDate first, LocalDate last) {
    return live(
        reference.organisationCodes(),
        code ->
            reference
                .organisation(code, role)
                .filter(timeline -> timeline.isLiveOn(first) && timeline.isLiveOn(last))
                .isPresent());
  }

  private static List<String> live(Collection<String> codes, Predicate<String> isLive) {
    return codes.stream().filter(isLive).sorted().toList();
  }
}
