package org.didaccess.release;

/**
 * How a column of the opened view is filled.
 *
 * @param column its name
 * @param missing rows without a value
 * @param distinct different values, empty not counted; of a code and its words together
 */
public record ColumnFigures(String column, long missing, long distinct) {}
