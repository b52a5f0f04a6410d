/** The catalogue of data sets and the slots of their controllers over REST. */
package org.didaccess.api.catalogue;
