/** The agreement's term: its dates, and what suspends or ends it. */
package org.didaccess.workflow.agreement;
