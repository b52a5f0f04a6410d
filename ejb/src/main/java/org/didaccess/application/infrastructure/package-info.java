/** JPA, the application lists' queries, and the guard's submission. */
package org.didaccess.application.infrastructure;
