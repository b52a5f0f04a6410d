package org.didaccess.launcher.demo;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.didaccess.harness.RunningProduct;
import org.didaccess.release.bag.Verification;

/** Extracts under one agreement. */
public final class ReleaseDesk extends Desk {
  private static final int CONFLICT = 409;

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
  JsonObject view(String id) {
    return cast().as(Actor.PREPARER).get("/releases/" + id).object();
  }

  /** The second person looks at it. */
  public void check(String id) {
    scene().check(id);
  }

  /** The second person publishes it. */
  public void publish(String id) {
    scene().publish(id, Actor.PUBLISHER);
  }

  /** Lets the engine stop; false where it was done already. */
  boolean pause(String id) {
    try {
      cast().as(Actor.PREPARER).post("/releases/" + id + "/pause", null);
      return true;
    } catch (ApiRefusal refused) {
      if (refused.status() != CONFLICT) {
        throw refused;
      }
      return false;
    }
  }

  /** Lets it go on. */
  void resume(String id) {
    cast().as(Actor.PREPARER).post("/releases/" + id + "/resumption", null);
  }

  /** An officer ends the agreement for cause. */
  void revokeAgreement() {
    cast()
        .as(Actor.OFFICER)
        .post(
            "/agreements/" + agreement() + "/revocation",
            ApiSession.object().add("reason", "It was made for a test.").build());
  }

  /** How many months are finished. */
  int monthsFinished(String id) {
    return view(id).getJsonObject("progress").getInt("monthsFinished");
  }

  /** Gives it up before its publication. */
  public void cancel(String id) {
    cast()
        .as(Actor.PREPARER)
        .post(
            "/releases/" + id + "/cancellation",
            ApiSession.object().add("reason", "It was made for a test.").build());
  }

  /** Takes it back, so that the agreement's one release may be ordered again. */
  public void recall(String id) {
    cast()
        .as(Actor.PUBLISHER)
        .post(
            "/releases/" + id + "/recall",
            ApiSession.object().add("reason", "It was made for a test.").build());
  }

  /** The recipient downloads the package and checks it. */
  public Verification received(String id) throws IOException {
    return recipient.verify(scene().download(id));
  }

  private ReleaseScene scene() {
    return new ReleaseScene(cast(), Players.silence(), recipient, folder);
  }
}
