package org.didaccess.governance;

/**
 * Facts of a submitted selection that choose its assessment route, as enum names.
 *
 * @param level {@code ROW_LEVEL} or {@code AGGREGATE}
 * @param accessMethod {@code EXTRACT} or {@code SDE}
 * @param linkage {@code NONE} or {@code PSEUDONYMISED}
 */
public record RouteFacts(String level, String accessMethod, String linkage) {}
