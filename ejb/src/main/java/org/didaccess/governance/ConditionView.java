package org.didaccess.governance;

import java.util.UUID;

/**
 * A condition of a decision.
 *
 * @param id the condition
 * @param text what must be so
 * @param precedent whether nothing may be released before it is met
 * @param metEvidence what shows that it is met, or null
 * @param mayRecordMet whether the caller may record that it is met
 */
public record ConditionView(
    UUID id, String text, boolean precedent, String metEvidence, boolean mayRecordMet) {}
