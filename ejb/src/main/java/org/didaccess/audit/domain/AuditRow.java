package org.didaccess.audit.domain;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * One row of the trail as it stands in an export.
 *
 * @param leafIndex the row's place in the tree, from 0
 * @param kind the kind of aggregate, for example {@code agreement}
 * @param id the aggregate's id
 * @param seq the row's number in the aggregate's own chain, from 1
 * @param at when it happened, as UTC text with microseconds
 * @param origin {@code guard} for an act of the guard, otherwise the login that recorded it
 * @param actor the id of the person who acted, or null where nobody did (a timer, say)
 * @param act what was done
 * @param body the text of a JSON object
 * @param prevHash hash of the chain's row before, in lower-case hex; zeros for the first
 * @param hash the row's own hash, in lower-case hex
 */
public record AuditRow(
    long leafIndex,
    String kind,
    String id,
    long seq,
    String at,
    String origin,
    String actor,
    String act,
    String body,
    String prevHash,
    String hash) {

  /** The previous hash of a chain's first row. */
  public static final String NO_HASH = "0".repeat(64);

  private static final String FORMAT = "did-audit/1";

  /**
   * The canonical text that the hash is made over; the SQL function {@code audit.row_text} makes
   * the same. Only the body, which comes last, may hold line breaks.
   */
  public String text() {
    return String.join(
        "\n",
        FORMAT,
        kind,
        id,
        Long.toString(seq),
        at,
        origin,
        Objects.requireNonNullElse(actor, "-"),
        act,
        prevHash,
        body);
  }

  /** The hash that this row's content asks for; equal to {@link #hash} in an unchanged row. */
  public String expectedHash() {
    return Hashes.hex(Hashes.sha256(text().getBytes(StandardCharsets.UTF_8)));
  }

  /** Which chain the row belongs to. */
  public ChainKey chain() {
    return new ChainKey(kind, id);
  }

  /** An aggregate's chain: its kind and id. */
  public record ChainKey(String kind, String id) {}
}
