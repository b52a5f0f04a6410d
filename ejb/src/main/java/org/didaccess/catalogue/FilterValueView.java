package org.didaccess.catalogue;

/**
 * One value of a filter.
 *
 * @param value what the selection keeps
 * @param label its name for people
 */
public record FilterValueView(String value, String label) {}
