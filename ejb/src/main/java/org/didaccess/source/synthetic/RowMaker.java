package org.didaccess.source.synthetic;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.domain.reference.Reference;

/** Makes records whose fields belong together: modality with age, referrer with setting. */
final class RowMaker {

  private static final double CHILDBEARING_FROM = 0.22;
  private static final double CHILDBEARING_SPAN = 0.28;
  private static final int AWAY_FROM_HOME_PERCENT = 8;

  private final People people;
  private final Places places;
  private final Map<Modality, ImagingCodes> codes = new EnumMap<>(Modality.class);

  RowMaker(Reference reference, SynthesisPlan plan) {
    LocalDate first = plan.firstMonth().atDay(1);
    LocalDate last = plan.month(plan.months() - 1).atEndOfMonth();
    LocalDate firstRequest = first.minusMonths(3);
    this.people = new People(plan.seed(), plan.rows() * 6 / 10 + 1, first);
    this.places = new Places(reference, firstRequest, last);
    for (Modality modality : Modality.values()) {
      ImagingCodes found = new ImagingCodes(reference, modality, first, last);
      if (found.isEmpty()) {
        throw new InvalidSubmissionException(
            "The reference has no imaging code of modality "
                + modality.id()
                + " that is active in all of those months.");
      }
      codes.put(modality, found);
    }
  }

  /** NHS numbers of the people who object, where so many of 10,000 do. */
  Stream<String> objectors(int ofTenThousand) {
    return IntStream.range(0, people.size())
        .filter(person -> people.objects(person, ofTenThousand))
        .mapToObj(people::nhsNumber);
  }

  /**
   * One record.
   *
   * @param number the record's place among all of them; its accession number
   */
  void append(AsciiRows out, YearMonth month, long number, SplittableRandom random) {
    Modality modality = Modality.pick(random);
    ImagingCodes.Pair code = codes.get(modality).pick(random);
    int person = patient(modality, code.unborn(), random);
    int home = people.home(person, places.homes());
    Setting setting = code.unborn() ? Setting.OUTPATIENT : modality.setting(random);
    int site = site(home, random);
    patient(out, person, home, random);
    out.text(setting.code());
    referrer(out, setting, code.unborn(), home, site, random);
    long test = month.atDay(1 + random.nextInt(month.lengthOfMonth())).toEpochDay();
    askedAndTested(out, setting, test, random);
    imaging(out, code, random);
    out.day(test + setting.daysToReport(random));
    out.text(places.siteCode(site)).numbered('A', number);
    out.endRow();
  }

  private int patient(Modality modality, boolean unborn, SplittableRandom random) {
    return unborn
        ? people.womanNear(people.at(CHILDBEARING_FROM + CHILDBEARING_SPAN * random.nextDouble()))
        : people.at(modality.ageQuantile(random));
  }

  private int site(int home, SplittableRandom random) {
    return places.site(
        random.nextInt(100) < AWAY_FROM_HOME_PERCENT ? random.nextInt(places.homes()) : home);
  }

  /**
   * A few records lack the number, or hold one that nobody has traced; a few people have no home.
   */
  private void patient(AsciiRows out, int person, int home, SplittableRandom random) {
    int identity = random.nextInt(1000);
    if (identity < 25) {
      out.empty().text("07");
    } else {
      out.text(people.nhsNumber(person)).text(identity < 45 ? "02" : "01");
    }
    out.day(people.birthDay(person)).text(people.ethnicCategory(person));
    out.text(people.gender(person));
    out.text(random.nextInt(1000) < 4 ? "ZZ99 3VZ" : places.postcode(home));
    out.text(places.practice(home));
  }

  private void referrer(
      AsciiRows out, Setting setting, boolean unborn, int home, int site, SplittableRandom random) {
    if (random.nextInt(100) < 4) {
      out.empty().empty();
    } else {
      out.text(setting.referrer(random, unborn));
      out.text(
          setting == Setting.GENERAL_PRACTICE ? places.practice(home) : places.providerOf(site));
    }
  }

  private static void askedAndTested(
      AsciiRows out, Setting setting, long test, SplittableRandom random) {
    int wait = setting.daysToTest(random);
    if (random.nextInt(100) < 3) {
      out.empty().empty();
    } else {
      out.day(test - wait).day(test - wait + random.nextInt(Math.min(wait, 3) + 1));
    }
    out.day(test);
  }

  private static void imaging(AsciiRows out, ImagingCodes.Pair code, SplittableRandom random) {
    int sent = random.nextInt(100);
    if (sent < 90) {
      out.text(code.nicip());
    } else {
      out.empty();
    }
    if (sent < 45) {
      out.empty();
    } else {
      out.text(code.snomed());
    }
  }
}
