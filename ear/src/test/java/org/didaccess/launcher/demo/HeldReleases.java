package org.didaccess.launcher.demo;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.Journey.Wish;
import org.didaccess.source.synthetic.SynthesisPlan;

/** Two releases of the same columns and month, between which a few records came. */
public final class HeldReleases {

  private static final int ROWS = 300;

  private final RunningProduct product;
  private final Cast cast;
  private final RecipientKey key = RecipientKey.create();
  private final ReleaseScene scene;
  private final YearMonth month;

  private HeldReleases(RunningProduct product, int monthsAgo, Path folder) {
    this.product = product;
    this.cast = Players.assembled(product);
    this.month = YearMonth.now(Journey.LONDON).minusMonths(monthsAgo);
    this.scene =
        new ReleaseScene(
            cast, Players.silence(), new PackageRecipient(product.baseUrl(), key), folder);
  }

  /**
   * What stands in the end.
   *
   * @param published the release that the recipient holds
   * @param checked the later one, ready to be published
   * @param rowsBetween how many records came between the two
   */
  public record Things(String published, String checked, long rowsBetween) {}

  /**
   * Makes them.
   *
   * @param monthsAgo a month that no other test uses
   * @param first who submits before the first release
   * @param later who submits before the second
   */
  public static Things made(
      RunningProduct product, int monthsAgo, String first, String later, Path folder) {
    HeldReleases held = new HeldReleases(product, monthsAgo, folder);
    held.source(first, ROWS).load();
    String published = held.checked();
    held.scene.publish(published, Actor.PUBLISHER);
    long between = held.source(later, 7).load();
    return new Things(published, held.checked(), between);
  }

  private String checked() {
    Journey journey =
        new Journey(
            cast,
            Players.silence(),
            new Wish(
                "Held: age and gender",
                "extract",
                month.atDay(1),
                month.atEndOfMonth(),
                List.of("AGE", "GENDER_CODE", "PERSON_ID"),
                key.recipient()));
    journey.complete(Actor.RESEARCHER);
    String release = scene.prepare(journey.agreement());
    scene.check(release);
    return release;
  }

  private SourceMonths source(String submitter, long rows) {
    // Equal seeds would give equal accession numbers at equal sites, and the later month replace
    // the other.
    long seed = month.getMonthValue() * 1_000L + rows;
    return new SourceMonths(
        product.databases().main(), new SynthesisPlan(rows, 1, month, seed, submitter));
  }
}
