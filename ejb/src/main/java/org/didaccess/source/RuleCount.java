package org.didaccess.source;

/**
 * How often one rule was broken.
 *
 * @param rule its id, such as DIDS001
 * @param severity {@code FILE}, {@code RECORD} or {@code WARNING}
 * @param item what it is about
 * @param wording what a provider is told
 * @param count how many findings
 */
public record RuleCount(String rule, String severity, String item, String wording, long count) {}
