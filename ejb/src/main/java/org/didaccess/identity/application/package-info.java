/** The services behind the identity use cases. */
package org.didaccess.identity.application;
