/** What the public sees: the register of agreements, and how to check a package. */
package org.didaccess.web.register;
