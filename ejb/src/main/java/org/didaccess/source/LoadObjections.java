package org.didaccess.source;

import java.time.LocalDate;

/**
 * Stores a list of objections in the place of the one before.
 *
 * @param asOf the day for which it was drawn
 * @param confirmedRemoved how many people of the list before somebody agreed to take off it; null
 *     where nobody was asked. Needed where more than a tenth of them would go, since a file that
 *     was cut off looks like people who changed their mind.
 */
public record LoadObjections(LocalDate asOf, Long confirmedRemoved) {}
