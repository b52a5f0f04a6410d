/** Workspaces over REST. */
package org.didaccess.api.sde;
