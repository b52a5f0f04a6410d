package org.didaccess.source;

/**
 * That a submission takes the place of an earlier one as a whole, confirmed by somebody who saw how
 * many rows go and how many come.
 *
 * @param submission the earlier submission, of the same submitter and month
 * @param rows the rows that it brought
 * @param newRows the rows that the new one brings
 */
public record Replacement(long submission, long rows, long newRows) {}
