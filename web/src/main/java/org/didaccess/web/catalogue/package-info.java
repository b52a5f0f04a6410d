/** The catalogue's pages: data sets, fields, who decides, and who succeeded whom. */
package org.didaccess.web.catalogue;
