package org.didaccess.web.page;

import java.util.List;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/**
 * A part of a list as a page shows it, with the way to the parts before and after.
 *
 * @param items the items shown
 * @param total how many there are in all
 * @param offset how many come before
 */
public record Listing<T>(List<T> items, long total, int offset) {

  /** How many items a page shows. */
  public static final int SIZE = 20;

  /** The request for the part that starts at {@code offset}; what is no number starts at 0. */
  public static PageRequest request(String offset) {
    return new PageRequest(number(offset), SIZE);
  }

  /** The answer to {@link #request}. */
  public static <T> Listing<T> of(Page<T> page, String offset) {
    return new Listing<>(page.items(), page.total(), number(offset));
  }

  /** The number of the first item shown. */
  public long from() {
    return items.isEmpty() ? 0 : offset + 1L;
  }

  /** The number of the last item shown. */
  public long to() {
    return offset + (long) items.size();
  }

  /** Whether there are items before. */
  public boolean hasPrevious() {
    return offset > 0;
  }

  /** Whether there are items after. */
  public boolean hasNext() {
    return to() < total;
  }

  /** Where the part before starts. */
  public int previousOffset() {
    return Math.max(0, offset - SIZE);
  }

  /** Where the part after starts. */
  public int nextOffset() {
    return offset + SIZE;
  }

  private static int number(String text) {
    return text != null && text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
  }
}
