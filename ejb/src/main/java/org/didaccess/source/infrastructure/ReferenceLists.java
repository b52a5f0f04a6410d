package org.didaccess.source.infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.didaccess.source.domain.Postcodes;
import org.didaccess.source.domain.reference.Area;
import org.didaccess.source.domain.reference.ClinicalGroup;
import org.didaccess.source.domain.reference.Label;
import org.didaccess.source.domain.reference.Organisation;
import org.didaccess.source.domain.reference.PostcodeTable;
import org.didaccess.source.domain.reference.Reference;
import org.didaccess.source.domain.reference.Timeline;
import org.didaccess.source.domain.reference.Timeline.Period;
import org.didaccess.source.domain.reference.Value;
import org.didaccess.source.domain.reference.ValueList;
import org.didaccess.source.infrastructure.CsvTable.Line;

/** Turns the lines of a reference's files into its lists. */
final class ReferenceLists {

  private static final List<String> SHORT =
      List.of(
          "organisation.csv",
          "nicip.csv",
          "snomed.csv",
          "imaging_map.csv",
          "clinical_group.csv",
          "clinical_label.csv",
          "value_list.csv");

  private final Map<String, List<Line>> tables = new HashMap<>();
  private final PostcodeTable postcodes;

  /** Opens each file once. */
  ReferenceLists(ReferenceFiles.Opener opener) throws IOException {
    for (String name : SHORT) {
      try (InputStream file = opener.open(name)) {
        tables.put(name, CsvTable.read(file));
      }
    }
    try (InputStream file = opener.open("postcode.csv")) {
      this.postcodes = postcodes(file);
    }
  }

  Reference.Lists lists() {
    return new Reference.Lists(
        by("organisation.csv", "code", "opened", "closed", ReferenceLists::organisation),
        postcodes,
        by("nicip.csv", "code", "active_from", "inactive_from", line -> line.text("code")),
        by("snomed.csv", "code", "active_from", "inactive_from", line -> line.text("code")),
        by("imaging_map.csv", "nicip", "from", "to", line -> line.text("snomed")),
        groups("NICIP"),
        groups("SNOMED"),
        values(),
        labels());
  }

  private <T> Map<String, Timeline<T>> by(
      String file, String key, String from, String until, Function<Line, T> fact) {
    return grouped(file, line -> true, line -> line.text(key), from, until, fact);
  }

  private static PostcodeTable postcodes(InputStream file) {
    PostcodeTable.Builder table = new PostcodeTable.Builder();
    CsvTable.each(
        file,
        line ->
            table.add(
                Postcodes.compact(line.text("postcode")),
                line.date("introduced"),
                line.date("terminated"),
                new Area(line.text("lsoa"), line.text("msoa"), line.text("region"))));
    return table.build();
  }

  private Map<ValueList, Map<String, Timeline<Value>>> values() {
    Map<ValueList, Map<String, Timeline<Value>>> values = new EnumMap<>(ValueList.class);
    for (ValueList list : ValueList.values()) {
      values.put(
          list,
          grouped(
              "value_list.csv",
              line -> list.key().equals(line.text("list")),
              line -> line.text("code"),
              "from",
              "to",
              line -> new Value(line.text("label"), line.number("group"))));
    }
    return values;
  }

  private Map<String, Timeline<ClinicalGroup>> groups(String system) {
    return grouped(
        "clinical_group.csv",
        line -> system.equals(line.text("system")),
        line -> line.text("code"),
        "from",
        "to",
        ReferenceLists::group);
  }

  private <T> Map<String, Timeline<T>> grouped(
      String file,
      Predicate<Line> wanted,
      Function<Line, String> key,
      String from,
      String until,
      Function<Line, T> fact) {
    Map<String, List<Period<T>>> periods = new HashMap<>();
    for (Line line : tables.get(file)) {
      if (wanted.test(line)) {
        LocalDate start = line.date(from);
        Period<T> period =
            new Period<>(start == null ? LocalDate.MIN : start, line.date(until), fact.apply(line));
        periods.computeIfAbsent(key.apply(line), unused -> new ArrayList<>()).add(period);
      }
    }
    Map<String, Timeline<T>> timelines = new HashMap<>();
    periods.forEach((code, found) -> timelines.put(code, new Timeline<>(found)));
    return timelines;
  }

  private static Organisation organisation(Line line) {
    return new Organisation(
        line.text("code"),
        line.text("name"),
        Organisation.Role.valueOf(line.text("role")),
        line.text("parent"));
  }

  private static ClinicalGroup group(Line line) {
    return new ClinicalGroup(
        line.number("modality_id"),
        line.number("sub_modality_id"),
        line.number("region_id"),
        line.number("sub_region_id"),
        line.number("system_id"),
        line.number("sub_system_id"),
        line.number("component_id"),
        line.number("morphology_id"),
        line.number("fetal_id"),
        line.number("early_cancer_id"),
        line.number("sub_early_cancer_id"));
  }

  private List<Label> labels() {
    Map<String, Label> organisations = new HashMap<>();
    for (Line line : tables.get("organisation.csv")) {
      organisations.put(
          line.text("code"), new Label("organisation", line.text("code"), line.text("name")));
    }
    List<Label> labels = new ArrayList<>(organisations.values());
    for (Line line : tables.get("clinical_label.csv")) {
      labels.add(new Label(line.text("kind"), line.text("id"), line.text("label")));
    }
    Map<List<String>, Label> values = new LinkedHashMap<>();
    for (Line line : tables.get("value_list.csv")) {
      Label label = new Label(line.text("list"), line.text("code"), line.text("label"));
      values.put(List.of(label.kind(), label.code()), label);
    }
    labels.addAll(values.values());
    return labels;
  }
}
