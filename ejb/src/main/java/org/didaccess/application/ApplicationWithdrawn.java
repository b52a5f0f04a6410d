package org.didaccess.application;

import java.util.UUID;

/** The applicant took the application back. */
public record ApplicationWithdrawn(UUID application) {}
