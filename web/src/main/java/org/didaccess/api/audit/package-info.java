/** The audit trail over REST. */
package org.didaccess.api.audit;
