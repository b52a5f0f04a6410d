package org.didaccess.api;

/**
 * Why something is stopped or taken back.
 *
 * @param reason in the person's own words
 */
public record Reason(String reason) {}
