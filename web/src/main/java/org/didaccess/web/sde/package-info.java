/** Workspaces of the Secure Data Environment as pages. */
package org.didaccess.web.sde;
