package org.didaccess.architecture.planted.catalogue;

import org.didaccess.application.ApplicationUseCases;

/** A catalogue that knows of applications. */
public class PlantedCatalogue {

  private ApplicationUseCases applications;

  /** The arrow that must not be. */
  public boolean knows() {
    return applications != null;
  }
}
