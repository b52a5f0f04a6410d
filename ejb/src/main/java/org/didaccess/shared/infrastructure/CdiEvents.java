package org.didaccess.shared.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.didaccess.shared.DomainEvents;

/** Fires domain events as CDI events: synchronously, in the caller's transaction. */
@ApplicationScoped
public class CdiEvents implements DomainEvents {

  @Inject private Event<Object> bus;

  @Override
  public void fire(Object event) {
    bus.fire(event);
  }
}
