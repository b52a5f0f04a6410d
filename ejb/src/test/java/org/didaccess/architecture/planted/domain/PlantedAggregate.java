package org.didaccess.architecture.planted.domain;

import jakarta.persistence.EntityManager;

/** An aggregate that reaches for the database itself. */
public class PlantedAggregate {

  private EntityManager entities;

  /** What a domain class must not do. */
  public boolean open() {
    return entities.isOpen();
  }
}
