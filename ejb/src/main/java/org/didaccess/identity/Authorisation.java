package org.didaccess.identity;

import java.util.UUID;
import org.didaccess.shared.GuardRefused;
import org.didaccess.shared.WrongSecret;

/** Obtains the guard's single-use permission for an act that opens something. */
public interface Authorisation {

  /**
   * A ticket for the present caller, for this act with exactly this text; valid once and for five
   * minutes. Runs in a transaction of its own, so that a failed attempt stays counted.
   *
   * @param act the guard function that will be called, such as {@code guard.decide}, without schema
   * @param payload the exact text that is authorised
   * @throws WrongSecret where the secret is wrong
   * @throws GuardRefused DA013 where the account is locked
   */
  UUID ticket(String act, String payload, Confirmation confirmation);
}
