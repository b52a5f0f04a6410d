package org.didaccess.application;

import java.util.UUID;

/**
 * Takes an application back.
 *
 * @param application the application
 * @param expectedVersion the version that the caller last saw
 * @param reason why
 */
public record Withdraw(UUID application, long expectedVersion, String reason) {}
