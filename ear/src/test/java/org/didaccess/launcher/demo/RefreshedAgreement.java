package org.didaccess.launcher.demo;

import java.time.YearMonth;
import java.util.List;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.Journey.Wish;
import org.didaccess.source.synthetic.SynthesisPlan;

/** An agreement for monthly refreshes over a month that has rows. */
public final class RefreshedAgreement {

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
    new SourceMonths(product.databases().main(), new SynthesisPlan(ROWS, 1, month, 83, "Z2I"))
        .load();
    Journey journey =
        new Journey(
            Players.assembled(product),
            Players.silence(),
            new Wish(
                    title,
                    "extract",
                    month.atDay(1),
                    month.atEndOfMonth(),
                    List.of("AGE", "MODALITY", "PERSON_ID", "SUBMISSION_DATA_ID"),
                    recipientKey)
                .monthly());
    journey.complete(Actor.RESEARCHER);
    return journey.agreement();
  }
}
