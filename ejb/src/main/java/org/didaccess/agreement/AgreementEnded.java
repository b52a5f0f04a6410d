package org.didaccess.agreement;

import java.util.UUID;

/** The agreement ended. */
public record AgreementEnded(UUID agreement) {}
