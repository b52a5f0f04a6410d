/**
 * Releases of extracts: ordered under an active agreement, prepared by the engine, checked and
 * published by a second person, downloaded by the recipient, recalled.
 *
 * <p>What may leave is decided by the database's guard alone, at each step anew. This capability
 * keeps where a release stands and does the work.
 */
package org.didaccess.release;
