/** Failed steps of processes, for administrators. */
package org.didaccess.web.process;
