package org.didaccess.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * One line of the list of submissions; nothing in it is about a patient.
 *
 * @param id the submission's number
 * @param submitter ODS code of the submitting organisation
 * @param receivedOn the day of receipt
 * @param reportingMonth the month that it reports
 * @param referenceVersion the reference that its checks read
 * @param rows records read
 * @param accepted records kept
 * @param rejected records left out
 * @param warnings findings that are warnings
 * @param state ACCEPTED, REPLACED or WITHDRAWN
 * @param loadedAt when it was stored
 */
public record SubmissionSummary(
    long id,
    String submitter,
    LocalDate receivedOn,
    YearMonth reportingMonth,
    String referenceVersion,
    long rows,
    long accepted,
    long rejected,
    long warnings,
    String state,
    Instant loadedAt) {}
