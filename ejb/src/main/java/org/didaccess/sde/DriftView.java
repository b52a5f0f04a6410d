package org.didaccess.sde;

/**
 * One difference between what is approved and what stands in the SDE cluster.
 *
 * @param kind a stable word, such as {@code login-without-right}
 * @param label the same in words
 * @param name the database, login or column that it is about
 */
public record DriftView(String kind, String label, String name) {}
