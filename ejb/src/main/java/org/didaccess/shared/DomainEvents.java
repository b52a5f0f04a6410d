package org.didaccess.shared;

/** Tells everybody who listens that something happened, inside the transaction in which it did. */
public interface DomainEvents {

  /** Fires an event; a listener that fails undoes the act. */
  void fire(Object event);
}
