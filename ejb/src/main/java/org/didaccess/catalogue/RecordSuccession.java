package org.didaccess.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.didaccess.identity.Confirmation;

/**
 * Records who holds a dissolved controller's slot.
 *
 * @param controllershipId the slot
 * @param from the organisation that no longer holds it
 * @param to the organisations that hold it now; empty where the controllership was discharged
 * @param effectiveOn from when
 * @param evidence what proves it, such as a statutory instrument
 * @param confirmation the officer's own secret
 */
public record RecordSuccession(
    UUID controllershipId,
    UUID from,
    List<UUID> to,
    LocalDate effectiveOn,
    String evidence,
    Confirmation confirmation) {}
