package org.didaccess.release.bag;

/**
 * A file of data beside those of the months.
 *
 * @param name its name in the bag
 * @param rows how many rows it has
 * @param bytes its size
 * @param sha512 its SHA-512 in lower-case hex
 */
public record WrittenFile(String name, long rows, long bytes, String sha512) {}
