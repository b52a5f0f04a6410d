package org.didaccess.source.domain;

/**
 * One rule of a submission, as data.
 *
 * @param id such as DIDS001
 * @param severity what follows where it is broken
 * @param item what it is about, in words
 * @param wording what a reader is told where it is broken; never holds a value of the file
 * @param source where the rule comes from
 */
public record Rule(String id, Severity severity, String item, String wording, String source) {}
