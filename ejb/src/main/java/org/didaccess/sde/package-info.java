/**
 * Secure Data Environment: for each agreement a database in a PostgreSQL cluster of its own, with
 * the approved columns and the agreement's tokens, and for each named analyst a login. The guard
 * gives the entitlement, the provisioner carries it out, the watchdog compares the two.
 */
package org.didaccess.sde;
