package org.didaccess.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Gives the clock to inject; a test replaces it with a fixed one. Always UTC. */
@ApplicationScoped
public class TimeSource {

  /** The system's clock in UTC. */
  @Produces
  @Dependent
  public Clock clock() {
    return Clock.systemUTC();
  }
}
