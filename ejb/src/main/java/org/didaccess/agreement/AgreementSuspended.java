package org.didaccess.agreement;

import java.util.UUID;

/** Everything under the agreement stops. */
public record AgreementSuspended(UUID agreement) {}
