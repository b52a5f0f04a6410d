package org.didaccess.launcher;

import org.didaccess.db.ProductDatabase;

/**
 * The two databases, open and migrated.
 *
 * @param main applications, ledger, source and vault
 * @param sde the Secure Data Environment's cluster
 */
public record RunningDatabases(ProductDatabase main, ProductDatabase sde) {}
