package org.didaccess.source.domain.reference;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.didaccess.source.domain.reference.Organisation.Role;

/** One version of everything that a submission is checked and derived against. */
public final class Reference {

  /** The lists of a reference, by code; value lists by their name, then by code. */
  public record Lists(
      Map<String, Timeline<Organisation>> organisations,
      PostcodeTable postcodes,
      Map<String, Timeline<String>> nicip,
      Map<String, Timeline<String>> snomed,
      Map<String, Timeline<String>> snomedOfNicip,
      Map<String, Timeline<ClinicalGroup>> groupOfNicip,
      Map<String, Timeline<ClinicalGroup>> groupOfSnomed,
      Map<ValueList, Map<String, Timeline<Value>>> values,
      List<Label> labels) {}

  private final String version;
  private final byte[] sha256;
  private final Lists lists;
  private final Map<Role, Map<String, Timeline<Organisation>>> byRole = new EnumMap<>(Role.class);

  /**
   * A reference.
   *
   * @param version its name, printed and stored with each submission
   * @param sha256 of its files, so that one version is always the same
   */
  public Reference(String version, byte[] sha256, Lists lists) {
    this.version = version;
    this.sha256 = sha256.clone();
    this.lists = lists;
    for (Role role : Role.values()) {
      byRole.put(role, ofRole(role, lists.organisations()));
    }
  }

  public String version() {
    return version;
  }

  public byte[] sha256() {
    return sha256.clone();
  }

  /** The words of organisations and clinical groups. */
  public List<Label> labels() {
    return Collections.unmodifiableList(lists.labels());
  }

  /** All codes of organisations, sites and practices. */
  public Collection<String> organisationCodes() {
    return Collections.unmodifiableSet(lists.organisations().keySet());
  }

  /** All postcodes, in capitals without spaces. */
  public Collection<String> postcodes() {
    return lists.postcodes().all();
  }

  /** All NICIP codes. */
  public Collection<String> nicipCodes() {
    return Collections.unmodifiableSet(lists.nicip().keySet());
  }

  /** All SNOMED CT codes. */
  public Collection<String> snomedCodes() {
    return Collections.unmodifiableSet(lists.snomed().keySet());
  }

  /** An organisation, site or practice; empty where the code is unknown. */
  public Optional<Timeline<Organisation>> organisation(String code) {
    return Optional.ofNullable(lists.organisations().get(code));
  }

  /**
   * An organisation in that role, on the days of that role; empty where the code is unknown or only
   * another role's. One code may have several: a provider that is a site, too.
   */
  public Optional<Timeline<Organisation>> organisation(String code, Role role) {
    return Optional.ofNullable(byRole.get(role).get(code));
  }

  private static Map<String, Timeline<Organisation>> ofRole(
      Role role, Map<String, Timeline<Organisation>> organisations) {
    Map<String, Timeline<Organisation>> found = new HashMap<>();
    organisations.forEach(
        (code, all) -> {
          Timeline<Organisation> ofRole = all.of(organisation -> organisation.role() == role);
          if (!ofRole.isEmpty()) {
            found.put(code, ofRole);
          }
        });
    return found;
  }

  /** Whether the postcode, in capitals without spaces, is known. */
  public boolean knowsPostcode(String compactPostcode) {
    return lists.postcodes().knows(compactPostcode);
  }

  /** Whether the postcode, in capitals without spaces, was in use on that day. */
  public boolean isPostcodeLive(String compactPostcode, LocalDate day) {
    return lists.postcodes().isLiveOn(compactPostcode, day);
  }

  /** Where a postcode lay on that day, or when it was last in use before it. */
  public Area areaOf(String compactPostcode, LocalDate day) {
    return lists.postcodes().areaOn(compactPostcode, day);
  }

  /** A NICIP code's active days; empty where it is unknown. */
  public Optional<Timeline<String>> nicip(String code) {
    return Optional.ofNullable(lists.nicip().get(code));
  }

  /** A SNOMED CT code's active days; empty where it is unknown. */
  public Optional<Timeline<String>> snomed(String code) {
    return Optional.ofNullable(lists.snomed().get(code));
  }

  /** The SNOMED CT codes that a NICIP code maps to; empty where it maps to none. */
  public Optional<Timeline<String>> snomedOf(String nicip) {
    return Optional.ofNullable(lists.snomedOfNicip().get(nicip));
  }

  /** What a NICIP code means on that day. */
  public Optional<ClinicalGroup> groupOfNicip(String nicip, LocalDate day) {
    return Optional.ofNullable(lists.groupOfNicip().get(nicip)).flatMap(t -> t.lastOn(day));
  }

  /** What a SNOMED CT code means on that day. */
  public Optional<ClinicalGroup> groupOfSnomed(String snomed, LocalDate day) {
    return Optional.ofNullable(lists.groupOfSnomed().get(snomed)).flatMap(t -> t.lastOn(day));
  }

  /**
   * A code of a value list on that day.
   *
   * @param day null: whenever it was last in the list
   */
  public Optional<Value> value(ValueList list, String code, LocalDate day) {
    return Optional.ofNullable(lists.values().get(list).get(code))
        .flatMap(timeline -> day == null ? timeline.any() : timeline.on(day));
  }
}
