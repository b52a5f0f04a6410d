package org.didaccess.launcher.demo;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.didaccess.db.RoleSecrets;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.FirstAdministrator;

/** The demonstration's people in the product that all tests share. */
final class Players {
  private Players() {}

  /** All of them enrolled, and every slot with a holder. */
  static Cast assembled(RunningProduct product) {
    Cast cast = signedOut(product);
    cast.assemble(
        () -> FirstAdministrator.token(product.databases().main(), Actor.ADMINISTRATOR.login()));
    new Controllers(cast, silence()).recordSuccessors();
    return cast;
  }

  /** The same people before anybody has signed in: a killed server has forgotten its sessions. */
  static Cast signedOut(RunningProduct product) {
    String secret =
        new RoleSecrets(product.home().secrets().resolve("demonstration")).of("password");
    return new Cast(product.baseUrl(), secret);
  }

  /** A transcript that nobody reads. */
  static Transcript silence() {
    return new Transcript(
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }
}
