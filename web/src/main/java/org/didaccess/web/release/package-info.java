/** Releases as pages: ordering, progress, check, publication, download and recall. */
package org.didaccess.web.release;
