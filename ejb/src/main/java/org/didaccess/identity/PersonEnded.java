package org.didaccess.identity;

import java.util.UUID;

/** A leaver's account ended, with everything it could do. */
public record PersonEnded(UUID person) {}
