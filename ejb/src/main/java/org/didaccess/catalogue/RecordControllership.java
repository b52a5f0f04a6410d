package org.didaccess.catalogue;

import java.time.LocalDate;
import java.util.UUID;
import org.didaccess.identity.Confirmation;

/**
 * Records that an organisation controls a data set.
 *
 * @param dataSet the data set's code
 * @param organisation which organisation
 * @param function the function for which it does
 * @param startsOn from when
 * @param source what says so
 * @param confirmation the administrator's own secret
 */
public record RecordControllership(
    String dataSet,
    UUID organisation,
    String function,
    LocalDate startsOn,
    String source,
    Confirmation confirmation) {}
