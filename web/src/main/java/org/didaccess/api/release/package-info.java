/** Extracts over REST: ordering, checking, publishing, downloading, recalling. */
package org.didaccess.api.release;
