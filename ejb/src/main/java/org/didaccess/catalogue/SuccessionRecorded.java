package org.didaccess.catalogue;

import java.util.UUID;

/** A controller's slot passed to other hands. */
public record SuccessionRecorded(UUID controllershipId) {}
