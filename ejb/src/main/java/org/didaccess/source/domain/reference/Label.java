package org.didaccess.source.domain.reference;

/**
 * The words of a code.
 *
 * @param kind which list it belongs to
 * @param code the code
 * @param text the words
 */
public record Label(String kind, String code, String text) {}
