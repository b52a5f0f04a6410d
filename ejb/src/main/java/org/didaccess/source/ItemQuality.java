package org.didaccess.source;

/**
 * How well one item of a submission was filled.
 *
 * @param column its place in a record, from 0
 * @param item its name as the standard writes it
 * @param label its name in a few words
 * @param filled records that have a value
 * @param valid records whose value no rule doubts, be it with a warning or a rejection
 */
public record ItemQuality(int column, String item, String label, long filled, long valid) {}
