/** The access path with its real services, over a real PostgreSQL and JPA, without a server. */
package org.didaccess.journey;
