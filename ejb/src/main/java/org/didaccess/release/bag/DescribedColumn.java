package org.didaccess.release.bag;

import org.didaccess.release.engine.ReleaseColumn;

/**
 * A released column with what the catalogue says of it.
 *
 * @param column the column
 * @param title its short title
 * @param description what it means, in words a researcher understands
 */
public record DescribedColumn(ReleaseColumn column, String title, String description) {}
