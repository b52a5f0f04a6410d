package org.didaccess.agreement;

import java.util.UUID;
import org.didaccess.identity.Confirmation;

/**
 * Signs an agreement.
 *
 * @param agreement the agreement
 * @param organisation the party for which the caller signs
 * @param textSha256 SHA-256 of the text that the caller read, as 64 hexadecimal digits
 * @param confirmation the signatory's own secret
 */
public record SignAgreement(
    UUID agreement, UUID organisation, String textSha256, Confirmation confirmation) {}
