package org.didaccess.release.bag;

import java.nio.file.Path;

/**
 * A finished package.
 *
 * @param path the encrypted file
 * @param bytes its size
 * @param sha256 SHA-256 of the encrypted file, lower-case hex: what the publisher confirms
 */
public record PackageFile(Path path, long bytes, String sha256) {}
