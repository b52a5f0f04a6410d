/** Process diagrams and incidents over REST. */
package org.didaccess.api.process;
