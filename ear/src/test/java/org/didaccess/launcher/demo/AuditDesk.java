package org.didaccess.launcher.demo;

import java.nio.file.Path;
import org.didaccess.harness.RunningProduct;

/** What an auditor takes home. */
public final class AuditDesk {
  private final RunningProduct product;

  /** In that product. */
  public AuditDesk(RunningProduct product) {
    this.product = product;
  }

  /** A checkpoint of the trail as it stands, to be kept elsewhere. */
  public String checkpoint() {
    return auditor().post("/audit/checkpoints", null).object().getString("note");
  }

  /** The whole trail. */
  public Path export(Path file) {
    return auditor().download("/audit/export", "application/x-ndjson", file);
  }

  /** The public key with which checkpoints are checked. */
  public String signerKey() {
    return ApiSession.anonymous(product.baseUrl()).get("/audit/signer-key").body();
  }

  private ApiSession auditor() {
    return Players.signedOut(product).as(Actor.AUDITOR);
  }
}
