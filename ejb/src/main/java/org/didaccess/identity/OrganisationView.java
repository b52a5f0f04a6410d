package org.didaccess.identity;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An organisation.
 *
 * @param id the organisation
 * @param odsCode its code in the organisation data service
 * @param name its name
 * @param endedOn when it was dissolved, or null
 */
public record OrganisationView(UUID id, String odsCode, String name, LocalDate endedOn) {}
