package org.didaccess.identity;

import java.util.UUID;

/**
 * The few facts by which people find each other.
 *
 * @param id the person
 * @param name the name that others see
 * @param organisation the organisation they work for, or null
 */
public record PersonSummary(UUID id, String name, String organisation) {}
