package org.didaccess.release;

import java.util.UUID;

/**
 * A release beside one that the same organisation got before, in the days that both cover. Rows
 * stand apart that only one of the two has; they are grouped by the columns that both show.
 *
 * @param held the other release
 * @param reference its reference
 * @param agreementReference its agreement's reference
 * @param rowsOnlyHere rows that only this release has
 * @param rowsOnlyThere rows that only the other one has
 * @param smallestGroup people in the smallest group that stands apart; null where none does
 * @param singledOut people in groups of fewer than {@value CheckFindings#SMALL} that stand apart
 */
public record HeldComparison(
    UUID held,
    String reference,
    String agreementReference,
    long rowsOnlyHere,
    long rowsOnlyThere,
    Long smallestGroup,
    long singledOut) {}
