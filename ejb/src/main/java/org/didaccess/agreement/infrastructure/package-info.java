/** Agreements in JPA, and what the ledger and the guard know of them. */
package org.didaccess.agreement.infrastructure;
