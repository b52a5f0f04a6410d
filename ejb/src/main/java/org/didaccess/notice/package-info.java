/** Notices to people: in the product for everybody, and by mail where a mail server is named. */
package org.didaccess.notice;
