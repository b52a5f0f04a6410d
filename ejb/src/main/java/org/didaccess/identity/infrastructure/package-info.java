/** Accounts as the database keeps them: the guard's functions, the ledger, and labels. */
package org.didaccess.identity.infrastructure;
