/** An application's pages: task list, one page a section, check answers, overview and list. */
package org.didaccess.web.application;
