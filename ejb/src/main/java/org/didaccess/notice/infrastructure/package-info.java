/** Notices in the database and on their way by mail. */
package org.didaccess.notice.infrastructure;
