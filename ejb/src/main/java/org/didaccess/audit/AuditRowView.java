package org.didaccess.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of the trail.
 *
 * @param leafIndex its place in the tree, or null until the next checkpoint
 * @param kind kind of aggregate
 * @param id the aggregate's id
 * @param seq its number in the aggregate's chain
 * @param at when
 * @param origin {@code guard}, or the login that recorded it
 * @param actorId who acted, or null
 * @param act what was done
 * @param body ids, codes and instants as a JSON object
 * @param hash the row's hash
 */
public record AuditRowView(
    Long leafIndex,
    String kind,
    String id,
    long seq,
    Instant at,
    String origin,
    UUID actorId,
    String act,
    String body,
    String hash) {}
