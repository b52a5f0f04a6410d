/** People, organisations, roles, seats and passwords over REST. */
package org.didaccess.api.identity;
