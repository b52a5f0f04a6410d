package org.didaccess.launcher.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import org.didaccess.harness.RunningProduct;
import org.didaccess.source.synthetic.SynthesisPlan;

/**
 * Months of invented submissions that one test alone asks for, older than those of the
 * demonstration.
 *
 * @param from first day
 * @param to last day
 * @param rows how many records they hold
 */
public record Months(LocalDate from, LocalDate to, long rows) {
  private static final int COUNT = 4;
  private static final int MONTHS_AGO = 12;
  private static final long SEED = 9_1;
  private static final String SUBMITTER = "Z1B";
  private static final long FEW_ROWS = 600;
  private static final int LONG_AGO = 40;
  private static final String ANOTHER_SUBMITTER = "Z2A";

  /** Makes and loads them. */
  public static Months loaded(RunningProduct product, long rows) {
    return loaded(product, rows, MONTHS_AGO, SUBMITTER);
  }

  /** Makes and loads others with few records, for work that is paused or held back. */
  public static Months few(RunningProduct product) {
    return loaded(product, FEW_ROWS, LONG_AGO, ANOTHER_SUBMITTER);
  }

  /**
   * Makes and loads others, of which nobody else asks for any.
   *
   * @param monthsAgo the first of the four
   * @param submitter whose they are
   */
  private static Months loaded(RunningProduct product, long rows, int monthsAgo, String submitter) {
    YearMonth first = YearMonth.from(LocalDate.now(Journey.LONDON)).minusMonths(monthsAgo);
    SynthesisPlan plan = new SynthesisPlan(rows, COUNT, first, SEED, submitter);
    long stored = new SourceMonths(product.databases().main(), plan).load();
    return new Months(first.atDay(1), first.plusMonths(COUNT - 1L).atEndOfMonth(), stored);
  }
}
