/** The life of an SDE workspace as a process. */
package org.didaccess.workflow.sde;
