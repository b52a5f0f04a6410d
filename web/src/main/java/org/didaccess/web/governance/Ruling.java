package org.didaccess.web.governance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.didaccess.catalogue.FieldView;
import org.didaccess.governance.Decide;
import org.didaccess.web.page.Choice;

/** The chair's form: one ruling a field, the overall outcome, reasons and conditions. */
public final class Ruling {

  private static final String AS_ASKED = "as-asked";
  private static final String STRIKE = "strike";
  private static final String COARSEN = "coarsen:";

  private final List<FieldView> fields;
  private final Map<String, String> byField = new LinkedHashMap<>();
  private String overall;
  private String reason;
  private String conditionsPrecedent;
  private String conditionsLater;

  Ruling(List<FieldView> fields) {
    this.fields = List.copyOf(fields);
    fields.forEach(field -> byField.put(field.code(), AS_ASKED));
  }

  /** The fields to rule on. */
  public List<FieldView> getFields() {
    return fields;
  }

  /** What becomes of each field, by its code. */
  public Map<String, String> getByField() {
    return byField;
  }

  /** What can become of a field. */
  public List<Choice> options(FieldView field) {
    List<Choice> options = new ArrayList<>();
    options.add(new Choice(AS_ASKED, "Approve as asked"));
    field
        .coarserAlternatives()
        .forEach(coarser -> options.add(new Choice(COARSEN + coarser, "Replace by " + coarser)));
    options.add(new Choice(STRIKE, "Strike"));
    return options;
  }

  Decide.Outcome outcome() {
    return Rulings.one("outcome", overall, Decide.Outcome.class);
  }

  /** Fields that are not approved as asked. */
  List<Decide.FieldOutcome> fieldOutcomes() {
    List<Decide.FieldOutcome> outcomes = new ArrayList<>();
    byField.forEach(
        (field, ruling) -> {
          if (STRIKE.equals(ruling)) {
            outcomes.add(new Decide.FieldOutcome(field, Decide.FieldRuling.STRIKE, null));
          } else if (ruling != null && ruling.startsWith(COARSEN)) {
            outcomes.add(
                new Decide.FieldOutcome(
                    field, Decide.FieldRuling.COARSEN, ruling.substring(COARSEN.length())));
          }
        });
    return outcomes;
  }

  List<Decide.Condition> conditions() {
    List<Decide.Condition> conditions = new ArrayList<>();
    lines(conditionsPrecedent).forEach(text -> conditions.add(new Decide.Condition(text, true)));
    lines(conditionsLater).forEach(text -> conditions.add(new Decide.Condition(text, false)));
    return conditions;
  }

  private static List<String> lines(String text) {
    return text == null
        ? List.of()
        : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  public String getOverall() {
    return overall;
  }

  public void setOverall(String overall) {
    this.overall = overall;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getConditionsPrecedent() {
    return conditionsPrecedent;
  }

  public void setConditionsPrecedent(String conditionsPrecedent) {
    this.conditionsPrecedent = conditionsPrecedent;
  }

  public String getConditionsLater() {
    return conditionsLater;
  }

  public void setConditionsLater(String conditionsLater) {
    this.conditionsLater = conditionsLater;
  }
}
