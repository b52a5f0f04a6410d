package org.didaccess.shared.process;

import java.time.Instant;
import java.util.UUID;

/**
 * A step of a process that failed for good and waits for an administrator.
 *
 * @param id the incident
 * @param processKey the process that stands still
 * @param businessKey the thing that it is about
 * @param stepId the diagram's element where it stands
 * @param message what went wrong, without personal data
 * @param since when it failed
 */
public record IncidentView(
    String id, String processKey, UUID businessKey, String stepId, String message, Instant since) {}
