/** Documents that come from the code: written on request, compared otherwise. */
package org.didaccess.documents;
