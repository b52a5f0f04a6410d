package org.didaccess.source;

/**
 * One item, month against month, in parts of a hundred of all records.
 *
 * @param label the item
 * @param filled records with a value, %
 * @param filledBefore the same in the month compared with, or null
 * @param valid records whose value no rule doubts, %
 * @param validBefore the same in the month compared with, or null
 */
public record ItemTrend(
    String label, double filled, Double filledBefore, double valid, Double validBefore) {}
