/** Pages of a list and versions of one thing, as HTTP carries them. */
package org.didaccess.api.paging;
