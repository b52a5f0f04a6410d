package org.didaccess.agreement;

import java.util.UUID;

/** The recipient's data were destroyed: the agreement's own key goes too. */
public record AgreementClosed(UUID agreement) {}
