/**
 * Extracts in the database: their rows, the leases of partitions, the guard's functions for runs.
 */
package org.didaccess.release.infrastructure;
