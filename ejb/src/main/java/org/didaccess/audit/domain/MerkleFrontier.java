package org.didaccess.audit.domain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * A growing Merkle tree of RFC 6962 that keeps only the roots of its complete subtrees: memory is
 * logarithmic in the number of leaves, and appending is constant on average.
 */
public final class MerkleFrontier {

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private final Deque<byte[]> subtrees = new ArrayDeque<>();
  private long size;

  /** Adds the next leaf. */
  public void append(byte[] leafData) {
    byte[] node = Hashes.sha256(LEAF, leafData);
    for (long index = size; (index & 1) == 1; index >>= 1) {
      node = Hashes.sha256(NODE, subtrees.pop(), node);
    }
    subtrees.push(node);
    size++;
  }

  /** How many leaves the tree has. */
  public long size() {
    return size;
  }

  /** The tree's root now; the hash of nothing for an empty tree (RFC 6962, 2.1). */
  public byte[] root() {
    if (subtrees.isEmpty()) {
      return Hashes.sha256();
    }
    Iterator<byte[]> fromTheRight = subtrees.iterator();
    byte[] root = fromTheRight.next();
    while (fromTheRight.hasNext()) {
      root = Hashes.sha256(NODE, fromTheRight.next(), root);
    }
    return root.clone();
  }
}
