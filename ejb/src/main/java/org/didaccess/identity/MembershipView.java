package org.didaccess.identity;

import java.util.UUID;

/**
 * That a person works for an organisation.
 *
 * @param organisationId the organisation
 * @param organisation its name
 * @param unit the part of it, such as a department
 */
public record MembershipView(UUID organisationId, String organisation, String unit) {}
