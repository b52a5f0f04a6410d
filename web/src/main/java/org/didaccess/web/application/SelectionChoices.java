package org.didaccess.web.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.didaccess.application.FilterChoice;
import org.didaccess.application.SelectionView;
import org.didaccess.catalogue.FieldView;
import org.didaccess.catalogue.FilterView;
import org.didaccess.web.page.Choice;

/** Fields by group and filters by kind, as groups of checkboxes with what is chosen. */
public final class SelectionChoices {

  /** One group of checkboxes. */
  public static final class Group {

    private final String key;
    private final String legend;
    private final List<Choice> options;
    private String[] chosen;

    Group(String key, String legend, List<Choice> options, String[] chosen) {
      this.key = key;
      this.legend = legend;
      this.options = options;
      this.chosen = chosen;
    }

    /** What the group is about, for programs. */
    public String getKey() {
      return key;
    }

    /** What the group is about, for people. */
    public String getLegend() {
      return legend;
    }

    public List<Choice> getOptions() {
      return options;
    }

    public String[] getChosen() {
      return chosen.clone();
    }

    public void setChosen(String[] chosen) {
      this.chosen = chosen.clone();
    }
  }

  /** Codes of one filter that are typed, with any signs between them. */
  public static final class Codes {

    private final String key;
    private final String label;
    private String text;

    Codes(String key, String label, String text) {
      this.key = key;
      this.label = label;
      this.text = text;
    }

    /** What the codes are of, for programs. */
    public String getKey() {
      return key;
    }

    /** What the codes are of, for people. */
    public String getLabel() {
      return label;
    }

    public String getText() {
      return text;
    }

    public void setText(String text) {
      this.text = text;
    }

    private Stream<FilterChoice> chosen() {
      return Arrays.stream((text == null ? "" : text).toUpperCase(Locale.ROOT).split("[\\s,;]+"))
          .filter(code -> !code.isEmpty())
          .distinct()
          .map(code -> new FilterChoice(key, code));
    }
  }

  private final List<Group> fieldGroups = new ArrayList<>();
  private final List<Group> filterGroups = new ArrayList<>();
  private final List<Codes> filterCodes = new ArrayList<>();

  SelectionChoices(List<FieldView> fields, List<FilterView> filters, SelectionView before) {
    List<FieldView> offered = fields.stream().filter(FieldView::selectable).toList();
    for (String group : offered.stream().map(FieldView::group).distinct().toList()) {
      List<FieldView> own = offered.stream().filter(f -> f.group().equals(group)).toList();
      fieldGroups.add(
          new Group(
              group,
              group,
              own.stream().map(SelectionChoices::choice).toList(),
              own.stream().map(FieldView::code).filter(before::hasField).toArray(String[]::new)));
    }
    for (FilterView filter : filters) {
      if (filter.form() != null) {
        filterCodes.add(new Codes(filter.kind(), filter.label(), typed(filter, before)));
        continue;
      }
      filterGroups.add(
          new Group(
              filter.kind(),
              filter.label(),
              filter.values().stream().map(v -> new Choice(v.value(), v.label())).toList(),
              filter.values().stream()
                  .map(v -> v.value())
                  .filter(value -> before.hasFilter(filter.kind(), value))
                  .toArray(String[]::new)));
    }
  }

  public List<Group> getFieldGroups() {
    return fieldGroups;
  }

  public List<Group> getFilterGroups() {
    return filterGroups;
  }

  public List<Codes> getFilterCodes() {
    return filterCodes;
  }

  private static String typed(FilterView filter, SelectionView before) {
    return before.filters().stream()
        .filter(chosen -> chosen.kind().equals(filter.kind()))
        .map(SelectionView.ChosenFilter::value)
        .collect(Collectors.joining(" "));
  }

  List<String> chosenFields() {
    return fieldGroups.stream().flatMap(group -> Arrays.stream(group.chosen)).toList();
  }

  List<FilterChoice> chosenFilters() {
    return Stream.concat(
            filterGroups.stream()
                .flatMap(
                    group ->
                        Arrays.stream(group.chosen)
                            .map(value -> new FilterChoice(group.key, value))),
            filterCodes.stream().flatMap(Codes::chosen))
        .toList();
  }

  private static Choice choice(FieldView field) {
    return new Choice(
        field.code(), field.label(), field.description() + " " + field.fieldClass().label() + ".");
  }
}
