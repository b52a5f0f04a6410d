/** The services behind the application's use cases. */
package org.didaccess.application.application;
