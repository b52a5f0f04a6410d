package org.didaccess.agreement;

import java.util.UUID;
import org.didaccess.identity.Confirmation;

/**
 * Lets a suspended agreement go on.
 *
 * @param agreement the agreement
 * @param reason why
 * @param confirmation the officer's own secret
 */
public record ResumeAgreement(UUID agreement, String reason, Confirmation confirmation) {}
