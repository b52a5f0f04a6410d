package org.didaccess.release.trace;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Collections;
import java.util.TreeMap;

/**
 * A fair sample of the different tokens of a stream: those whose hash is smallest. A token that
 * comes a thousand times counts once. The hash is keyed anew each time, so that nobody can prepare
 * a file whose planted tokens push the true ones out.
 */
final class TokenSample {

  private final int capacity;
  private final long salt = new SecureRandom().nextLong();
  private final TreeMap<Long, byte[]> smallest = new TreeMap<>();
  private long seen;

  /** At most so many tokens are kept. */
  TokenSample(int capacity) {
    this.capacity = capacity;
  }

  void add(byte[] token) {
    seen++;
    long hash = hash(token);
    if (smallest.size() == capacity && hash >= smallest.lastKey()) {
      return;
    }
    if (smallest.putIfAbsent(hash, token.clone()) == null && smallest.size() > capacity) {
      smallest.pollLastEntry();
    }
  }

  /** How many tokens were read, repeated ones each time. */
  long seen() {
    return seen;
  }

  Collection<byte[]> tokens() {
    return Collections.unmodifiableCollection(smallest.values());
  }

  /** SplitMix64's finaliser over both halves and the salt. */
  private long hash(byte[] token) {
    ByteBuffer halves = ByteBuffer.wrap(token);
    return mixed(mixed(halves.getLong() ^ salt) ^ halves.getLong());
  }

  private static long mixed(long value) {
    long first = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
    return second ^ (second >>> 31);
  }
}
