package org.didaccess.agreement;

import java.util.UUID;

/** The agreement ended early, for cause. */
public record AgreementRevoked(UUID agreement) {}
