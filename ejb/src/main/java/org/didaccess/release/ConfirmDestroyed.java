package org.didaccess.release;

import java.util.UUID;

/**
 * That every copy of a recalled release is destroyed.
 *
 * @param extract which release
 * @param expectedVersion the version that the caller saw
 * @param statement how and when it was destroyed, and where copies had been; at most 2,000
 *     characters
 */
public record ConfirmDestroyed(UUID extract, long expectedVersion, String statement) {}
