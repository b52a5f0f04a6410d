/** The catalogue's tables, and the guard's whitelist and slots. */
package org.didaccess.catalogue.infrastructure;
