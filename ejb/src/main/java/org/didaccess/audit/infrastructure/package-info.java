/**
 * The trail's edges: the audit schema over JDBC, checkpoint and key files, the export's JSON lines.
 */
package org.didaccess.audit.infrastructure;
