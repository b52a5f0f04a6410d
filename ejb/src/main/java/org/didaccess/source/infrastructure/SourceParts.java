package org.didaccess.source.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.didaccess.shared.infrastructure.DataFolder;

/** What the submissions' services are made of in the server. */
@ApplicationScoped
public class SourceParts {

  /** The references that were imported into the data folder. */
  @Produces
  @Singleton
  public ReferenceVersions referenceVersions() {
    return new ReferenceVersions(DataFolder.ofThisServer());
  }
}
