/** Signing in and out over REST. */
package org.didaccess.api.session;
