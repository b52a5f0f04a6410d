/** What the viewer was told. */
package org.didaccess.web.notice;
