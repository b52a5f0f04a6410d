/** The service behind the catalogue's use cases. */
package org.didaccess.catalogue.application;
