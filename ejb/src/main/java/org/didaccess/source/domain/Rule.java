package org.didaccess.source.domain;

import java.util.Arrays;
import java.util.List;

/**
 * One rule of a submission, as data.
 *
 * @param id such as DIDS001
 * @param severity what follows where it is broken
 * @param item what it is about, in words
 * @param wording what a reader is told where it is broken; never holds a value of the file
 * @param source where the rule comes from
 * @param items the items whose values it doubts; none where it is about a record or file as such
 */
public record Rule(
    String id, Severity severity, String item, String wording, String source, List<Item> items) {

  /** Between the labels of several items. */
  private static final String BETWEEN = ", | with ";

  /** With the items that the words name. */
  public Rule(String id, Severity severity, String item, String wording, String source) {
    this(id, severity, item, wording, source, named(item));
  }

  /** Keeps its own copy of the items. */
  public Rule {
    items = List.copyOf(items);
  }

  private static List<Item> named(String words) {
    List<String> labels = List.of(words.split(BETWEEN));
    return Arrays.stream(Item.values()).filter(item -> labels.contains(item.label())).toList();
  }
}
