package org.didaccess.release.domain;

import java.time.YearMonth;

/**
 * What the source held in a month.
 *
 * @param month which
 * @param rows rows of it, before any filter
 */
public record SourceMonth(YearMonth month, long rows) {}
