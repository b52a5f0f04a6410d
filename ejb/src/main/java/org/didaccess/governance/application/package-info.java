/** The services behind the governance use cases. */
package org.didaccess.governance.application;
