package org.didaccess.web.page;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/**
 * The rows of a table, of which only the part that is shown is asked for: the database pages. A use
 * case answers with a part and the total in one go, so the first part is never asked for twice.
 *
 * @param <T> what a row shows
 */
public final class Rows<T> extends LazyDataModel<T> {

  private static final long serialVersionUID = 1L;

  private final transient Function<PageRequest, Page<T>> source;
  private transient Page<T> firstPart;

  /**
   * @param source the use case that gives a part of the list
   */
  public Rows(Function<PageRequest, Page<T>> source) {
    this.source = source;
  }

  @Override
  public int count(Map<String, FilterMeta> filters) {
    return Math.toIntExact(firstPart().total());
  }

  @Override
  public List<T> load(
      int first, int size, Map<String, SortMeta> order, Map<String, FilterMeta> filters) {
    PageRequest part = new PageRequest(first, size);
    return (part.equals(PageRequest.first()) ? firstPart() : source.apply(part)).items();
  }

  private Page<T> firstPart() {
    if (firstPart == null) {
      firstPart = source.apply(PageRequest.first());
    }
    return firstPart;
  }
}
