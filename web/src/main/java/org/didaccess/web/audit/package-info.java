/** The audit trail as pages: reading, filtering, exporting and signing it. */
package org.didaccess.web.audit;
