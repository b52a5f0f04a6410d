package org.didaccess.release.domain;

/**
 * A written package.
 *
 * @param rows rows in it
 * @param bytes its size
 * @param sha256 SHA-256 of the encrypted file, lower-case hex
 * @param disclosure how well people are hidden in it
 */
public record PreparedPackage(long rows, long bytes, String sha256, Disclosure disclosure) {}
