package org.didaccess.source;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A list of the people who object to the use of their data beyond their own care; it names nobody
 * here.
 *
 * @param number lists are numbered as they came; the last one counts
 * @param asOf the day for which it was drawn
 * @param people how many people it names
 * @param added how many of them the list before did not name
 * @param removed how many people of the list before it names no more
 * @param loadedAt when it was stored
 */
public record ObjectionList(
    int number, LocalDate asOf, long people, long added, long removed, Instant loadedAt) {}
