package org.didaccess.agreement;

import java.util.UUID;

/** An agreement was drafted from an application. */
public record AgreementDrafted(UUID agreement, UUID application) {}
