/** The register's use cases. */
package org.didaccess.register.application;
