/** Votes and decisions through the guard and from the ledger, and the queues' queries. */
package org.didaccess.governance.infrastructure;
