/** Submissions over REST. */
package org.didaccess.api.source;
