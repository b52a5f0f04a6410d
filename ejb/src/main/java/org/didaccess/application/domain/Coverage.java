package org.didaccess.application.domain;

import java.util.Set;
import java.util.stream.Collectors;
import org.didaccess.application.FilterChoice;

/**
 * Whether an approval covers a selection: set inclusion, and nothing else. The database has the
 * same rule ({@code guard.covers}), over the stored rows.
 */
public final class Coverage {

  private final FieldOrder order;

  /** The rule with the catalogue's knowledge of which field is less detailed than which. */
  public Coverage(FieldOrder order) {
    this.order = order;
  }

  /** Whether everything that {@code wanted} asks for lies within what the approval allows. */
  public boolean covers(Approval approval, Selection wanted) {
    Selection approved = approval.selection();
    return sameTerms(approved, wanted)
        && refreshWithin(approved, wanted)
        && periodWithin(approved, wanted)
        && approved.recipients().containsAll(wanted.recipients())
        && filtersWithin(approved.filters(), wanted.filters())
        && wanted.fields().stream().allMatch(field -> letOut(approval, field));
  }

  private static boolean sameTerms(Selection approved, Selection wanted) {
    return approved.dataSet().equals(wanted.dataSet())
        && approved.dataSetVersion().equals(wanted.dataSetVersion())
        && approved.level().equals(wanted.level())
        && approved.accessMethod().equals(wanted.accessMethod())
        && approved.linkage().equals(wanted.linkage());
  }

  private static boolean refreshWithin(Selection approved, Selection wanted) {
    return wanted.refresh().equals(approved.refresh())
        || (wanted.refresh().equals("once") && approved.refresh().equals("monthly"));
  }

  private static boolean periodWithin(Selection approved, Selection wanted) {
    return !wanted.periodFrom().isBefore(approved.periodFrom())
        && !wanted.periodTo().isAfter(approved.periodTo());
  }

  /**
   * A filter that was approved must be there still, with no other values than the approved ones.
   */
  private static boolean filtersWithin(Set<FilterChoice> approved, Set<FilterChoice> wanted) {
    Set<String> approvedKinds = kinds(approved);
    return kinds(wanted).containsAll(approvedKinds)
        && wanted.stream()
            .filter(choice -> approvedKinds.contains(choice.kind()))
            .allMatch(approved::contains);
  }

  private static Set<String> kinds(Set<FilterChoice> filters) {
    return filters.stream().map(FilterChoice::kind).collect(Collectors.toSet());
  }

  /**
   * Whoever allowed a field allowed every field that can be computed from it, unless the same
   * decision struck or coarsened that very field.
   */
  private boolean letOut(Approval approval, String field) {
    Set<String> allowed = approval.allowedFields();
    return allowed.contains(field)
        || (!approval.refused(field)
            && allowed.stream().anyMatch(finer -> order.coarser(field, finer)));
  }
}
