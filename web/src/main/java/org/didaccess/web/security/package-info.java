/**
 * What every page and resource stands behind: sessions, tokens, headers and who may use which page.
 */
package org.didaccess.web.security;
