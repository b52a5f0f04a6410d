package org.didaccess.source.oracle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Files that went wrong on their way. */
final class Mutations {

  private static final String[] INSERTED = {
    ",",
    "\"",
    "\"\"",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "\0",
    "\uFEFF",
    "\u00A0",
    "é",
    "0",
    "9",
    "Z",
    "-",
    "99",
    ",,,",
    "\uD83D\uDE80",
    ";"
  };

  private final SplittableRandom random;

  Mutations(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The same file with one to four faults. */
  byte[] of(byte[] file) {
    byte[] mutated = file;
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      mutated = once(mutated);
    }
    return mutated;
  }

  private byte[] once(byte[] file) {
    int from = random.nextInt(file.length + 1);
    int to = Math.min(file.length, from + 1 + random.nextInt(random.nextInt(20) == 0 ? 300 : 3));
    return switch (random.nextInt(7)) {
      case 0 -> joined(file, from, flipped(file, from, to), to);
      case 1 -> joined(file, from, new byte[0], to);
      case 2 -> joined(file, from, Arrays.copyOfRange(file, from, to), from);
      case 3 ->
          random.nextInt(10) == 0
              ? Arrays.copyOf(file, from)
              : joined(file, from, new byte[] {'1'}, to);
      default -> joined(file, from, inserted(), random.nextBoolean() ? from : to);
    };
  }

  private byte[] inserted() {
    return INSERTED[random.nextInt(INSERTED.length)].getBytes(StandardCharsets.UTF_8);
  }

  private byte[] flipped(byte[] file, int from, int to) {
    byte[] part = Arrays.copyOfRange(file, from, to);
    for (int i = 0; i < part.length; i++) {
      part[i] ^= (byte) (1 << random.nextInt(random.nextInt(10) == 0 ? 8 : 5));
    }
    return part;
  }

  private static byte[] joined(byte[] file, int head, byte[] middle, int tail) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + middle.length);
    out.write(file, 0, head);
    out.writeBytes(middle);
    out.write(file, tail, file.length - tail);
    return out.toByteArray();
  }
}
