package org.didaccess.identity;

import java.util.UUID;

/** An account was made. */
public record PersonEnrolled(UUID person) {}
