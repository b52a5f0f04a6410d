package org.didaccess.application.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.didaccess.application.Bridge;
import org.didaccess.application.FilterChoice;
import org.didaccess.catalogue.FieldClass;
import org.didaccess.catalogue.FieldView;
import org.didaccess.catalogue.FilterView;
import org.didaccess.shared.Checks;
import org.didaccess.shared.InvalidInput;

/** What a selection may ask for: only what the catalogue offers. */
public final class SelectionRules {

  private static final Set<String> LEVELS = Set.of("row-level", "aggregate");
  private static final Set<String> ACCESS = Set.of("extract", "sde");
  private static final Set<String> LINKAGE = Set.of("none", "pseudonymised");
  private static final String PERSON = "PERSON_ID";
  private static final int MOST_VALUES = 2000;
  private static final Set<String> REFRESH = Set.of("once", "monthly");

  private final Set<String> fields;
  private final Set<String> tokens;
  private final Map<String, FilterView> filters;
  private final LocalDate coverageFrom;

  /** Rules for the fields, filters and coverage of one data set version. */
  public SelectionRules(List<FieldView> fields, List<FilterView> filters, LocalDate coverageFrom) {
    this.fields =
        fields.stream()
            .filter(FieldView::selectable)
            .map(FieldView::code)
            .collect(Collectors.toUnmodifiableSet());
    this.tokens =
        fields.stream()
            .filter(field -> field.fieldClass() == FieldClass.TOKEN)
            .map(FieldView::code)
            .collect(Collectors.toUnmodifiableSet());
    this.filters =
        filters.stream()
            .collect(Collectors.toUnmodifiableMap(FilterView::kind, Function.identity()));
    this.coverageFrom = coverageFrom;
  }

  /**
   * Checks a selection.
   *
   * @throws InvalidInput where it asks for what there is not
   */
  public void check(Selection selection) {
    Checks checks = new Checks();
    checks
        .that(LEVELS.contains(selection.level()), "level", "Choose row level or aggregate.")
        .that(ACCESS.contains(selection.accessMethod()), "accessMethod", "Choose extract or SDE.")
        .that(
            LINKAGE.contains(selection.linkage()) || Bridge.in(selection.linkage()).isPresent(),
            "linkage",
            "Choose none, pseudonymised, or a bridge between two agreements by their references.")
        .that(
            isNoBridgeOrOneAlone(selection),
            "linkage",
            "A bridge joins two different agreements by person tokens alone: ask for the person"
                + " token and no other field, at row level, as an extract, once, without filters.")
        .that(REFRESH.contains(selection.refresh()), "refresh", "Choose once or monthly.")
        .that(
            !selection.periodFrom().isBefore(coverageFrom),
            "periodFrom",
            "Give a first day on or after " + coverageFrom + ", when the data begin.")
        .that(
            !selection.periodTo().isBefore(selection.periodFrom()),
            "periodTo",
            "Give a last day that is not before the first.")
        .that(
            fields.containsAll(selection.fields()),
            "fields",
            "Choose fields that the catalogue offers. Identifiers and withheld fields cannot be chosen.")
        .that(
            !selection.level().equals("aggregate")
                || Collections.disjoint(selection.fields(), tokens),
            "fields",
            "Counts by a token would be rows: take the tokens out, or ask for row level.")
        .that(
            selection.filters().size() <= MOST_VALUES,
            "filters",
            "Give at most 2,000 filter values; a larger area or group may do.");
    selection.filters().stream()
        .filter(choice -> !isOffered(choice))
        .map(FilterChoice::kind)
        .distinct()
        .sorted()
        .forEach(kind -> refuse(kind, checks));
    checks.done();
  }

  private boolean isOffered(FilterChoice choice) {
    return filters.containsKey(choice.kind()) && filters.get(choice.kind()).allows(choice.value());
  }

  /** A typed code is told where it was typed. */
  private void refuse(String kind, Checks checks) {
    FilterView filter = filters.get(kind);
    if (filter == null || filter.form() == null) {
      checks.that(false, "filters", "Choose filter values that the catalogue offers.");
    } else {
      checks.that(
          false,
          "codes-" + kind,
          filter.label() + ": one of the codes is not in their form. Put spaces between codes.");
    }
  }

  private static boolean isNoBridgeOrOneAlone(Selection selection) {
    return Bridge.in(selection.linkage())
        .map(
            bridge ->
                !bridge.one().equals(bridge.other())
                    && selection.fields().equals(Set.of(PERSON))
                    && selection.filters().isEmpty()
                    && selection.level().equals("row-level")
                    && selection.accessMethod().equals("extract")
                    && selection.refresh().equals("once"))
        .orElse(true);
  }
}
