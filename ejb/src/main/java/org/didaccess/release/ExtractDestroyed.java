package org.didaccess.release;

import java.util.UUID;

/**
 * A recipient has confirmed that a recalled extract is destroyed.
 *
 * @param extract which
 * @param agreement its agreement
 */
public record ExtractDestroyed(UUID extract, UUID agreement) {}
