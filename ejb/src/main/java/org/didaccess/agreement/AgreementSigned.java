package org.didaccess.agreement;

import java.util.UUID;

/** A party signed. */
public record AgreementSigned(UUID agreement, UUID organisation) {}
