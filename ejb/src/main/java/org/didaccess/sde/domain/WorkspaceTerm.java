package org.didaccess.sde.domain;

import java.time.LocalDate;

/**
 * What a workspace takes from its agreement.
 *
 * @param databaseName the agreement's opaque database name
 * @param endsOn the agreement's last day
 */
public record WorkspaceTerm(String databaseName, LocalDate endsOn) {}
