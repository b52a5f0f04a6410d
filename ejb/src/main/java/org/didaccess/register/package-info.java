/** The public register of agreements: nothing personal. */
package org.didaccess.register;
