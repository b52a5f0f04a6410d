/** The SDE cluster over JDBC: databases, the sink of the release engine, logins, the watchdog. */
package org.didaccess.sde.infrastructure;
