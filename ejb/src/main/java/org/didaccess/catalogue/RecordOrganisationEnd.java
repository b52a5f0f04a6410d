package org.didaccess.catalogue;

import java.time.LocalDate;
import java.util.UUID;
import org.didaccess.identity.Confirmation;

/**
 * Records that an organisation was dissolved.
 *
 * @param organisation which one
 * @param endedOn when
 * @param source what says so
 * @param confirmation the officer's own secret
 */
public record RecordOrganisationEnd(
    UUID organisation, LocalDate endedOn, String source, Confirmation confirmation) {}
