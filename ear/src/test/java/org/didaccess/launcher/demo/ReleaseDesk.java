package org.didaccess.launcher.demo;

import java.io.IOException;
import java.nio.file.Path;
import org.didaccess.harness.RunningProduct;
import org.didaccess.release.bag.Verification;

/** Extracts under one agreement. */
public final class ReleaseDesk extends Desk {
  private final PackageRecipient recipient;
  private final Path folder;

  private ReleaseDesk(
      RunningProduct product, Months months, PackageRecipient recipient, Path folder) {
    super(product, months, "extract", recipient.publicKey());
    this.recipient = recipient;
    this.folder = folder;
  }

  /**
   * Reaches an agreement over these months.
   *
   * @param folder where the recipient keeps what is downloaded
   */
  public static ReleaseDesk over(Months months, RunningProduct product, Path folder) {
    return new ReleaseDesk(product, months, PackageRecipient.withNewKey(product.baseUrl()), folder);
  }

  @Override
  public String order() {
    return scene().order(agreement());
  }

  @Override
  String place() {
    return "/releases/";
  }

  /** The second person looks at it. */
  public void check(String id) {
    scene().check(id);
  }

  /** The second person publishes it. */
  public void publish(String id) {
    scene().publish(id, Actor.PUBLISHER);
  }

  @Override
  public void giveUp(String id) {
    stop(Actor.PREPARER, id, "cancellation");
  }

  /** Takes it back, so that the agreement's one release may be ordered again. */
  public void recall(String id) {
    stop(Actor.PUBLISHER, id, "recall");
  }

  /** The recipient downloads the package and checks it. */
  public Verification received(String id) throws IOException {
    return recipient.verify(scene().download(id));
  }

  private ReleaseScene scene() {
    return new ReleaseScene(cast(), Players.silence(), recipient, folder);
  }
}
