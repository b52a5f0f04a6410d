package org.didaccess.application;

import java.util.UUID;

/** An approval that the application rested on was withdrawn: the controllers decide again. */
public record ApplicationReopened(UUID application, UUID version) {}
