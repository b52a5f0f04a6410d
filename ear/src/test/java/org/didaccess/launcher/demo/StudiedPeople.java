package org.didaccess.launcher.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.Journey.Wish;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.synthetic.Synthesis;
import org.didaccess.source.synthetic.SynthesisPlan;

/** A month of invented examinations, and a study of some of its people. */
public final class StudiedPeople {

  /** How many of them are studied. */
  static final int STUDIED = 40;

  private final RunningProduct product;
  private final YearMonth month = YearMonth.now(Journey.LONDON).minusMonths(29);
  private final SynthesisPlan plan = new SynthesisPlan(400, 1, month, 91, "Z2J");

  /** Loads the month. */
  public StudiedPeople(RunningProduct product) {
    this.product = product;
    new SourceMonths(product.databases().main(), plan).load();
  }

  /** An agreement for the people of a cohort alone. */
  public String agreed(String title, String recipientKey) {
    return agreed(wish(title, "extract", recipientKey).forCohort());
  }

  String agreed(Wish wish) {
    Journey journey = new Journey(Players.assembled(product), Players.silence(), wish);
    journey.complete(Actor.RESEARCHER);
    return journey.agreement();
  }

  Wish wish(String title, String accessMethod, String recipientKey) {
    return new Wish(
        title,
        accessMethod,
        month.atDay(1),
        month.atEndOfMonth(),
        List.of("MODALITY", "PERSON_ID"),
        recipientKey);
  }

  /** The cohort file: verified people of the month, and one whom nobody knows. */
  public String file() {
    List<String> lines = new ArrayList<>();
    lines.add("study_id,nhs_number,birth_date,gender,postcode");
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    try {
      new Synthesis(plan, ReferenceFiles.sample(), Runnable::run).write(0, rows, done -> {});
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    rows.toString(StandardCharsets.US_ASCII)
        .lines()
        .map(line -> line.split(",", -1))
        .filter(fields -> fields[0].matches("[0-9]{10}") && fields[1].equals("01"))
        .map(fields -> fields[0])
        .distinct()
        .limit(STUDIED)
        .forEach(number -> lines.add("S-" + lines.size() + "," + number + ",,,"));
    lines.add("S-nobody,,1901-01-01,9,ZA1 1AA");
    return String.join("\n", lines) + "\n";
  }
}
