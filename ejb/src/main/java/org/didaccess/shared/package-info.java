/** What every capability uses: ids, time, paging, business errors, whose turn it is. */
package org.didaccess.shared;
