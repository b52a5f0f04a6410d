package org.didaccess.application;

import java.util.UUID;

/** The application went back to the applicant, from triage or from a controller. */
public record ApplicationReturned(UUID application, UUID version) {}
