package org.didaccess.kills;

import org.didaccess.harness.RunningProduct;

/** What is ended without warning. */
enum Victim {
  /** The application server. */
  SERVER,

  /** PostgreSQL's main server; the application server goes on without it. */
  DATABASE,

  /** PostgreSQL of the Secure Data Environment. */
  SDE,

  /** The application server, and PostgreSQL under it. */
  SERVER_AND_DATABASE,

  /** Both of PostgreSQL's servers and the application server, as when a machine loses its power. */
  EVERYTHING;

  /**
   * Whether whoever waits for an answer gets none: analysts' databases alone do not take it away.
   */
  boolean endsAnswers() {
    return this != SDE;
  }

  void strike(RunningProduct product) {
    switch (this) {
      case SERVER -> product.killServer();
      case DATABASE -> product.killDatabase();
      case SDE -> product.killSde();
      case SERVER_AND_DATABASE -> {
        product.killServer();
        product.killDatabase();
      }
      case EVERYTHING -> {
        product.killDatabase();
        product.killSde();
        product.killServer();
      }
    }
  }
}
