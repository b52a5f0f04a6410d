package org.didaccess.shared;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items the items of this page, in the list's order
 * @param total how many items the whole list has
 */
public record Page<T>(List<T> items, long total) {

  /** Keeps its own copy of the items. */
  public Page {
    items = List.copyOf(items);
  }

  /** The same page with every item turned into something else. */
  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), total);
  }
}
