package org.didaccess.source.oracle;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Every rule of one record, one after the other. */
final class PlainRules {

  private final PlainReference reference;
  private final LocalDate received;

  private Set<String> broken;
  private String nicip;
  private String snomed;
  private String site;
  private String practice;
  private String referringOrganisation;
  private LocalDate birth;
  private LocalDate request;
  private LocalDate receipt;
  private LocalDate test;
  private LocalDate report;

  PlainRules(PlainReference reference, LocalDate received) {
    this.reference = reference;
    this.received = received;
  }

  /** The rules that the record breaks. */
  Set<String> brokenBy(List<String> fields) {
    broken = new TreeSet<>();
    String[] f = fields.stream().map(PlainRules::stripped).toArray(String[]::new);
    f[0] = f[0].replace(" ", "").replace("-", "");
    nicip = f[13];
    snomed = f[14];
    site = f[16];
    practice = f[6];
    referringOrganisation = f[9];
    birth = date("DIDS005", f[2]);
    request = date("DIDS026", f[10]);
    receipt = date("DIDS036", f[11]);
    test = date("DIDS045", f[12]);
    report = date("DIDS061", f[15]);
    patient(f);
    datesInOrder();
    ages(f);
    warnedDates();
    organisations(f);
    imaging();
    return broken;
  }

  private void patient(String[] f) {
    String postcode = f[5].replace(" ", "").toUpperCase(Locale.ROOT);
    boolean pseudo = postcode.startsWith("ZZ99");
    breaksIf("DIDS001", !f[0].isEmpty() && !PlainCodes.isNhsNumber(f[0]));
    breaksIf("DIDS002", !f[0].isEmpty() && f[0].codePointCount(0, f[0].length()) != 10);
    breaksIf("DIDS003", !f[1].isEmpty() && !f[1].matches("0[1-8]"));
    breaksIf("DIDS012", !f[3].isEmpty() && !f[3].matches("[ABCDEFGHJKLMNPRSZ]|99"));
    breaksIf("DIDS014", !f[4].isEmpty() && !f[4].matches("[0129]"));
    breaksIf("DIDS016", !f[5].isEmpty() && !pseudo && !reference.knowsPostcode(postcode));
    breaksIf("DIDS017", !f[5].isEmpty() && !PlainCodes.isPostcode(f[5]));
    boolean others = !(f[0] + f[2] + f[3] + f[4] + f[6]).isEmpty();
    breaksIf("DIDS073", !others && f[5].isEmpty());
    breaksIf("DIDS074", !others && pseudo);
  }

  private void datesInOrder() {
    breaksIf("DIDS006", isAfter(birth, test));
    breaksIf("DIDS008", isAfter(birth, report));
    breaksIf("DIDS009", isAfter(LocalDate.of(1900, 1, 2), birth));
    breaksIf("DIDS027", isAfter(request, receipt));
    breaksIf("DIDS031", isAfter(LocalDate.of(1970, 1, 1), request));
    breaksIf("DIDS041", isAfter(LocalDate.of(1970, 1, 1), receipt));
    breaksIf("DIDS034", isAfter(request, test));
    breaksIf("DIDS035", isAfter(request, report));
    breaksIf("DIDS043", isAfter(receipt, test));
    breaksIf("DIDS044", isAfter(receipt, report));
    breaksIf("DIDS048", isAfter(test, report));
    breaksIf("DIDS051", isAfter(test, received));
    breaksIf("DIDS066", isAfter(report, received));
  }

  private void ages(String[] f) {
    breaksIf("DIDS010", isBornTooLate(request));
    breaksIf("DIDS040", isBornTooLate(receipt));
    breaksIf("DIDS050", f[12].isEmpty());
    if (test != null) {
      double months = PlainMonths.between(PlainMonths.endOfMonth(received), test);
      breaksIf("DIDS055", months >= 7);
      breaksIf("DIDS049", months >= 4 && months < 7);
    }
  }

  private boolean isBornTooLate(LocalDate asked) {
    return asked != null
        && birth != null
        && PlainMonths.between(PlainMonths.endOfMonth(birth), PlainMonths.endOfMonth(asked)) > 6;
  }

  private void warnedDates() {
    if (test != null) {
      breaksIf("DIDS028", request != null && request.toEpochDay() < test.toEpochDay() - 365);
      breaksIf("DIDS038", receipt != null && receipt.toEpochDay() < test.toEpochDay() - 365);
      breaksIf("DIDS062", report != null && PlainMonths.between(report, test) > 1);
    }
  }

  private void organisations(String[] f) {
    breaksIf("DIDS020", f[7].isEmpty());
    breaksIf("DIDS021", !f[7].isEmpty() && !f[7].matches("0[1-7]"));
    breaksIf("DIDS023", !f[8].isEmpty() && !PlainCodes.isReferrer(f[8]));
    boolean practiceIsKnown = reference.knowsOrganisation(practice, "PRACTICE");
    breaksIf("DIDS018", !practice.isEmpty() && !practiceIsKnown);
    breaksIf("DIDS080", practiceIsKnown && isClosed(practice, test));
    boolean referrerIsKnown = reference.knowsOrganisation(referringOrganisation);
    breaksIf("DIDS024", !referringOrganisation.isEmpty() && !referrerIsKnown);
    LocalDate asked = f[10].isEmpty() ? test : request;
    breaksIf("DIDS079", referrerIsKnown && isClosed(referringOrganisation, asked));
    boolean siteIsKnown = reference.knowsOrganisation(site, "SITE");
    breaksIf("DIDS067", site.isEmpty());
    breaksIf("DIDS069", !site.isEmpty() && !site.matches("[A-Za-z0-9]{5,12}"));
    breaksIf("DIDS068", !site.isEmpty() && !siteIsKnown);
    breaksIf("DIDS081", siteIsKnown && isClosed(site, test));
    breaksIf("DIDS070", f[17].isEmpty());
    breaksIf("DIDS072", f[17].codePointCount(0, f[17].length()) > 20);
  }

  private boolean isClosed(String code, LocalDate day) {
    return day != null && !reference.organisationIsLive(code, day);
  }

  private void imaging() {
    breaksIf("DIDS056", nicip.isEmpty() && snomed.isEmpty());
    if (!nicip.isEmpty()) {
      if (!reference.knowsNicip(nicip)) {
        broken.add("DIDS057");
      } else if (test != null && !reference.nicipIsActive(nicip, test)) {
        inactive("DIDS057", "DIDS077", reference.nicipEndedBefore(nicip, test));
      }
    }
    if (!snomed.isEmpty()) {
      if (!PlainCodes.isSnomed(snomed) || !reference.knowsSnomed(snomed)) {
        broken.add("DIDS059");
      } else if (test != null && !reference.snomedIsActive(snomed, test)) {
        inactive("DIDS059", "DIDS078", reference.snomedEndedBefore(snomed, test));
      }
    }
    breaksIf(
        "DIDS082",
        !nicip.isEmpty()
            && !snomed.isEmpty()
            && test != null
            && !reference.maps(nicip, snomed, test));
  }

  private void inactive(String rejected, String warned, LocalDate ended) {
    boolean within = ended != null && PlainMonths.between(test, ended) <= 6;
    broken.add(within ? warned : rejected);
  }

  private LocalDate date(String rule, String text) {
    if (text.isEmpty()) {
      return null;
    }
    if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") && !text.startsWith("0000")) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException unreal) {
        // Reported below.
      }
    }
    broken.add(rule);
    return null;
  }

  private void breaksIf(String rule, boolean isBroken) {
    if (isBroken) {
      broken.add(rule);
    }
  }

  private static boolean isAfter(LocalDate one, LocalDate other) {
    return one != null && other != null && one.isAfter(other);
  }

  private static String stripped(String value) {
    return value.strip();
  }
}
