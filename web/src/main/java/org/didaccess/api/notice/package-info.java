/** The REST interface to notices. */
package org.didaccess.api.notice;
