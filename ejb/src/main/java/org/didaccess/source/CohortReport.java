package org.didaccess.source;

import java.time.Instant;

/**
 * How the people of a cohort file were found. Counts below 10 are not told, others rounded to the
 * nearest 5: of a short file they would tell who had an examination.
 *
 * @param number the cohort's number
 * @param lines lines of the file, each with a study id
 * @param byNumber people found by their NHS number; null where fewer than 10, as in the next three
 * @param byDetails people found by birth date, gender and postcode together
 * @param ambiguous study ids whose line fits several people, or a person with another study id
 * @param unmatched study ids for which there is nobody
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
