/**
 * What every page shares: running a use case and telling its refusals, lists in pages, words and
 * dates.
 */
package org.didaccess.web.page;
