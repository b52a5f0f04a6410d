/** The release of an extract: ordered, prepared outside the process, checked and published. */
package org.didaccess.workflow.release;
