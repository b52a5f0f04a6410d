/**
 * An agreement reached by the guard's own acts in a throw-away database, with invented people: what
 * measurements and tests of releases stand on. Nothing here can act on the product's own database:
 * it needs an {@link org.didaccess.db.EphemeralDatabase}.
 */
package org.didaccess.db.rehearsal;
