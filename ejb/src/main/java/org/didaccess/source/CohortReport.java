package org.didaccess.source;

import java.time.Instant;

/**
 * How the people of a cohort file were found. Counts are taken to a multiple of 5, up or down by a
 * draw that depends on who was found, and not told below 10: borders that anybody knows would tell
 * of a chosen file whether one person had an examination.
 *
 * @param number the cohort's number
 * @param lines lines of the file, each with a study id
 * @param byNumber people found by their NHS number; null where fewer than 10, as in the next three
 * @param byDetails people found by birth date, gender and postcode together
 * @param ambiguous study ids whose line fits several people, or a person with another study id
 * @param unmatched study ids that remain beside the told counts, to the nearest 5: there is nobody
 *     for them, or they are in a count that is not told
 * @param loadedAt when it was loaded
 */
public record CohortReport(
    long number,
    long lines,
    Long byNumber,
    Long byDetails,
    Long ambiguous,
    Long unmatched,
    Instant loadedAt) {}
