package org.didaccess.release.engine;

import java.time.YearMonth;

/**
 * A finished partition.
 *
 * @param month which
 * @param rows how many rows it has
 * @param bytes size of its file, 0 where it is not a file
 * @param sha512 SHA-512 of its file in lower-case hex, empty where it is not a file
 */
public record WrittenPartition(YearMonth month, long rows, long bytes, String sha512) {}
