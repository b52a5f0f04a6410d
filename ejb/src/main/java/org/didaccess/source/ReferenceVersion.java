package org.didaccess.source;

/**
 * A version of the lists that submissions are checked against.
 *
 * @param name its name
 * @param counts whether files are checked against it now
 * @param sample whether it is the shipped, invented one
 */
public record ReferenceVersion(String name, boolean counts, boolean sample) {}
