package org.didaccess.catalogue;

/**
 * A data set in the list.
 *
 * @param code its code, such as {@code DID}
 * @param title its title
 * @param description what it holds, in one sentence
 * @param version the version that can be asked for
 */
public record DataSetSummary(String code, String title, String description, String version) {}
