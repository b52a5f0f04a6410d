package org.didaccess.sde;

/**
 * What one round of the watchdog did.
 *
 * @param mainReached whether the main database answered
 * @param refused logins switched off, whose sessions were ended
 * @param allowed logins switched on, or given another end
 * @param reset logins whose settings were put back
 * @param releaseSessionsEnded sessions of the release login in the main database that no right
 *     covered
 */
public record WatchdogRound(
    boolean mainReached, int refused, int allowed, int reset, int releaseSessionsEnded) {}
