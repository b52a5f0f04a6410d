/** The workspace use cases, the provisioner that fills databases, and the drift report. */
package org.didaccess.sde.application;
