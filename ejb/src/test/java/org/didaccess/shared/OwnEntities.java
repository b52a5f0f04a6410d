package org.didaccess.shared;

import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import org.didaccess.db.EphemeralDatabase;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** The product's own persistence unit, with transactions of the entity manager's own. */
public final class OwnEntities {

  private OwnEntities() {}

  /** As the application's login sees the database. */
  public static EntityManagerFactory of(EphemeralDatabase database) {
    return new PersistenceProvider()
        .createEntityManagerFactory(
            "did-access",
            Map.of(
                PersistenceUnitProperties.TRANSACTION_TYPE,
                "RESOURCE_LOCAL",
                PersistenceUnitProperties.JTA_DATASOURCE,
                database.as("did_app"),
                PersistenceUnitProperties.NON_JTA_DATASOURCE,
                database.as("did_app"),
                PersistenceUnitProperties.WEAVING,
                "false"));
  }
}
