package org.didaccess.source;

/**
 * That a provider takes a submission back.
 *
 * @param submission which one
 * @param reason why, in words for everybody who holds its rows; at most 2,000 characters
 * @param rows how many records it brought, as the caller saw and confirms
 */
public record WithdrawSubmission(long submission, String reason, long rows) {}
