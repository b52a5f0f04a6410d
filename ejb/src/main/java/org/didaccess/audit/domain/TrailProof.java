package org.didaccess.audit.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks a trail row by row, in the order of the tree: every row's hash, every chain without gap or
 * break, and the root of the tree at the size of every checkpoint held. A changed, removed or
 * inserted row shows in the first two or, where the chain was rebuilt as a whole, in the third.
 */
public final class TrailProof {

  private static final int PROBLEMS_KEPT = 20;

  private final MerkleFrontier tree = new MerkleFrontier();
  private final Map<AuditRow.ChainKey, Link> chains = new HashMap<>();
  private final TreeMap<Long, List<Checkpoint>> checkpoints = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private long problemCount;
  private long provenRows;

  /**
   * @param held checkpoints whose signatures have been checked
   */
  public TrailProof(Collection<Checkpoint> held) {
    for (Checkpoint checkpoint : held) {
      checkpoints.computeIfAbsent(checkpoint.size(), size -> new ArrayList<>()).add(checkpoint);
    }
    checkRoot();
  }

  /** Takes the next row of the tree. */
  public void next(AuditRow row) {
    checkPlace(row);
    checkContent(row);
    checkChain(row);
    tree.append(leafOf(row));
    checkRoot();
  }

  /**
   * Takes the checkpoint that closes an export: it must speak of exactly the rows taken.
   *
   * @param closing a checkpoint whose signature has been checked where the signer is known
   */
  public void close(Checkpoint closing) {
    if (closing.size() != tree.size() || !Arrays.equals(closing.root(), tree.root())) {
      problem(
          "The closing checkpoint speaks of "
              + closing.size()
              + " rows, and these "
              + tree.size()
              + " are not they: rows were changed, removed or inserted.");
    }
  }

  /** Records something that is wrong with the evidence itself. */
  public void problem(String what) {
    problemCount++;
    if (problems.size() < PROBLEMS_KEPT) {
      problems.add(what);
    }
  }

  /** The verdict over all rows taken. */
  public TrailVerdict verdict() {
    checkpoints
        .tailMap(tree.size(), false)
        .forEach(
            (size, held) ->
                problem(
                    "A checkpoint of "
                        + held.get(0).time()
                        + " covers "
                        + size
                        + " rows, but only "
                        + tree.size()
                        + " are here: the newest rows were removed."));
    return new TrailVerdict(tree.size(), provenRows, problemCount, List.copyOf(problems));
  }

  private void checkPlace(AuditRow row) {
    if (row.leafIndex() != tree.size()) {
      problem(
          "Place "
              + tree.size()
              + " holds the row of place "
              + row.leafIndex()
              + ": a row was removed, inserted or moved.");
    }
  }

  private void checkContent(AuditRow row) {
    if (!row.hash().equals(row.expectedHash())) {
      problem(where(row) + " was changed: its content does not have its hash.");
    }
  }

  private void checkChain(AuditRow row) {
    Link before = chains.getOrDefault(row.chain(), Link.START);
    if (row.seq() != before.seq() + 1) {
      problem(
          where(row)
              + " follows number "
              + before.seq()
              + ": a row was removed, inserted or moved.");
    } else if (!row.prevHash().equals(before.hash())) {
      problem(where(row) + " does not continue the row before it: one of the two was changed.");
    }
    chains.put(row.chain(), new Link(row.seq(), row.hash()));
  }

  private void checkRoot() {
    for (Checkpoint checkpoint : checkpoints.getOrDefault(tree.size(), List.of())) {
      if (Arrays.equals(checkpoint.root(), tree.root())) {
        provenRows = tree.size();
      } else {
        problem(
            "The first "
                + tree.size()
                + " rows are not the rows of the checkpoint of "
                + checkpoint.time()
                + ": the trail was rewritten.");
      }
    }
  }

  /** A hash that is not 64 hex digits cannot be a leaf; zeros stand for it and no root agrees. */
  private static byte[] leafOf(AuditRow row) {
    return row.hash().matches("[0-9a-f]{64}") ? HexFormat.of().parseHex(row.hash()) : new byte[32];
  }

  private static String where(AuditRow row) {
    return "Row "
        + row.seq()
        + " of "
        + row.kind()
        + " "
        + row.id()
        + " (place "
        + row.leafIndex()
        + ")";
  }

  private record Link(long seq, String hash) {
    static final Link START = new Link(0, AuditRow.NO_HASH);
  }
}
