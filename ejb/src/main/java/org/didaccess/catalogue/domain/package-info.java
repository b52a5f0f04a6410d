/** How a data set's page is put together from its lines. */
package org.didaccess.catalogue.domain;
