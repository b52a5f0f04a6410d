package org.didaccess.release;

import java.util.UUID;

/**
 * An act that closes, cancelling or recalling: it needs no confirmation.
 *
 * @param extract the extract
 * @param reason why
 */
public record StopExtract(UUID extract, String reason) {}
