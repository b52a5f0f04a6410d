/** What people see of the processes: the diagram with the present step, and open incidents. */
package org.didaccess.workflow.view;
