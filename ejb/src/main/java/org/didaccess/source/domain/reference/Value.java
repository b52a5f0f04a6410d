package org.didaccess.source.domain.reference;

/**
 * One code of a value list.
 *
 * @param text its words
 * @param group id of the group that it belongs to, or null
 */
public record Value(String text, Short group) {}
