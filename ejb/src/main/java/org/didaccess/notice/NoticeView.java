package org.didaccess.notice;

import java.time.Instant;
import java.util.UUID;
import org.didaccess.shared.process.Notice;

/**
 * A notice as its receiver sees it.
 *
 * @param id the notice
 * @param text what it says
 * @param subject what it is about
 * @param subjectId the id of that
 * @param at since when
 * @param read whether the receiver has marked it as read
 */
public record NoticeView(
    UUID id, String text, Notice.Subject subject, UUID subjectId, Instant at, boolean read) {}
