package org.didaccess.architecture.planted.pages;

/** A domain class that knows of pages. */
public class PlantedPage {

  private jakarta.faces.context.FacesContext page;

  /** The type that must not be. */
  public boolean shown() {
    return page != null;
  }
}
