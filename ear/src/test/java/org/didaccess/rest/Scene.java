package org.didaccess.rest;

import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.Newcomer;
import org.didaccess.launcher.demo.RequestPath;

/**
 * A request that went all its way, and somebody who has nothing to do with it; made once a run.
 *
 * @param things what stands at its end
 * @param stranger an account without role or seat, at the applicant's own organisation
 */
record Scene(RequestPath.Things things, Newcomer stranger) {
  private static Scene shared;

  static synchronized Scene shared() {
    if (shared == null) {
      RunningProduct product = RunningProduct.shared();
      shared =
          new Scene(RequestPath.on(product).walk(), Newcomer.enrolled(product, "Stella Stranger"));
    }
    return shared;
  }

  /** The recipient's key that the agreement names. */
  String key() {
    return things.key();
  }

  /** The organisation that receives the data. */
  String university() {
    return things.university();
  }

  /** The stranger, in a new session. */
  Caller asStranger() {
    return Caller.signedIn(stranger.login());
  }
}
