package org.didaccess.agreement;

import java.util.UUID;

/** The agreement goes on. */
public record AgreementResumed(UUID agreement) {}
