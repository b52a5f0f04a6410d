package org.didaccess.launcher;

import java.util.List;

/** How a Java that releases keeps its memory: the server, and what is measured beside it. */
public final class JavaMemory {

  private JavaMemory() {}

  /**
   * Options for a heap.
   *
   * <p>G1 marks the whole heap, over and over, while it is fuller than 45 %. What a release sorts
   * in takes that much by itself for as long as it runs, and there is nothing to be found in it:
   * marking took a tenth of both cores. It begins where room becomes scarce.
   *
   * @param heap the most it may take, as Java writes it: {@code 384m}, {@code 1g}
   */
  public static List<String> upTo(String heap) {
    return List.of(
        "-Xmx" + heap, "-XX:InitiatingHeapOccupancyPercent=85", "-XX:-G1UseAdaptiveIHOP");
  }
}
