/** Who may call a resource, from where, and how much they may send. */
package org.didaccess.api.access;
