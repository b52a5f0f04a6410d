package org.didaccess.source;

/**
 * A submission in the database.
 *
 * @param id its number, the same on every server for the same file, submitter, month and receipt
 * @param alreadyLoaded whether it was there before, so that nothing changed
 * @param rows records stored
 * @param replacedRows records of earlier submissions that it replaced
 * @param supersededRows its own records that a submission received later had replaced already
 * @param ambiguousRows records whose birth date, gender and postcode belong to several people since
 *     it came, its own and those of earlier submissions
 */
public record StoredSubmission(
    long id,
    boolean alreadyLoaded,
    long rows,
    long replacedRows,
    long supersededRows,
    long ambiguousRows) {}
