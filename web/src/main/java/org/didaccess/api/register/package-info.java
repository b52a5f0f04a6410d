/** The public register over REST. */
package org.didaccess.api.register;
