/** Signing in and out, secrets, people, roles and seats, as pages. */
package org.didaccess.web.identity;
