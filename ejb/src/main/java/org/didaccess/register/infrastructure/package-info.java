/** Reads the register in the database. */
package org.didaccess.register.infrastructure;
