/** Notices and who receives them. */
package org.didaccess.notice.domain;
