package org.didaccess.application;

import java.util.UUID;

/**
 * Starts a draft.
 *
 * @param title a short name for the application, at most 200 characters
 * @param organisation for which organisation, one of the caller's own; null takes the first
 */
public record StartApplication(String title, UUID organisation) {}
