/** People, roles, seats and organisations, as administrators keep them. */
package org.didaccess.web.people;
