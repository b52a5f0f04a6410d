package org.didaccess.release;

import java.nio.file.Path;

/**
 * A package that may be sent to the caller now.
 *
 * @param fileName the name to save it under
 * @param bytes its size
 * @param sha256 SHA-256 of the file, lower-case hex
 * @param file where it is read from
 */
public record Download(String fileName, long bytes, String sha256, Path file) {}
