package org.didaccess.launcher.demo;

import java.time.YearMonth;
import java.util.List;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.Journey.Wish;
import org.didaccess.source.synthetic.SynthesisPlan;

/** An agreement for monthly refreshes over a month that has rows. */
public final class RefreshedAgreement {

  static final String SUBMITTER = "Z2I";

  private static final int ROWS = 300;

  private RefreshedAgreement() {}

  /**
   * Reaches one by what each person does.
   *
   * @param title the application's title
   * @return the agreement's id
   */
  public static String agreed(RunningProduct product, String title, String recipientKey) {
    YearMonth month = YearMonth.now(Journey.LONDON).minusMonths(27);
    load(product, month, ROWS, 83);
    return agreed(product, title, recipientKey, month, month);
  }

  /** Reaches one over these months, whether they have rows or not. */
  static String agreed(
      RunningProduct product, String title, String recipientKey, YearMonth first, YearMonth last) {
    Journey journey =
        new Journey(
            Players.assembled(product),
            Players.silence(),
            new Wish(
                    title,
                    "extract",
                    first.atDay(1),
                    last.atEndOfMonth(),
                    List.of("AGE", "MODALITY", "PERSON_ID", "SUBMISSION_DATA_ID"),
                    recipientKey)
                .monthly());
    journey.complete(Actor.RESEARCHER);
    return journey.agreement();
  }

  /** Loads a month of invented examinations as the submission of {@value #SUBMITTER}. */
  static void load(RunningProduct product, YearMonth month, long rows, long seed) {
    new SourceMonths(product.databases().main(), new SynthesisPlan(rows, 1, month, seed, SUBMITTER))
        .load();
  }
}
