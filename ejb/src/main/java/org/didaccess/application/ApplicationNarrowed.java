package org.didaccess.application;

import java.util.UUID;

/** Every controller approved, but less than was asked for: the applicant decides. */
public record ApplicationNarrowed(UUID application, UUID version) {}
