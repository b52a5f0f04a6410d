/** Workspaces and their states, opaque names, and the comparison of entitlement and cluster. */
package org.didaccess.sde.domain;
