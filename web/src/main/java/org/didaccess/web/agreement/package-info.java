/**
 * Agreements as pages: drafting, reading and signing, stopping and ending, and the public register.
 */
package org.didaccess.web.agreement;
