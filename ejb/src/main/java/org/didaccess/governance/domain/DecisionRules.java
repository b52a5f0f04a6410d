package org.didaccess.governance.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.didaccess.application.SelectionView;
import org.didaccess.catalogue.FieldView;
import org.didaccess.governance.Decide;
import org.didaccess.shared.Checks;

/** What a decision must say, checked before a password is asked to no purpose. */
public final class DecisionRules {

  private static final int LONGEST_REASON = 8000;
  private static final int LONGEST_CONDITION = 4000;

  private DecisionRules() {}

  /** Checks a decision against the fields of the version and the alternatives of the catalogue. */
  public static void check(Decide command, SelectionView asked) {
    Map<String, List<String>> alternatives =
        asked.fields().stream()
            .collect(Collectors.toMap(FieldView::code, FieldView::coarserAlternatives));
    Checks checks = new Checks();
    checks
        .present("outcome", command.outcome(), "Choose an outcome.")
        .text("reason", command.reason(), LONGEST_REASON, "Give the reason.");
    if (command.outcome() == Decide.Outcome.APPROVE_WITH_CONDITIONS) {
      checks.that(!command.conditions().isEmpty(), "conditions", "Name at least one condition.");
    } else {
      checks.that(
          command.conditions().isEmpty(),
          "conditions",
          "Choose the outcome approve with conditions, or take the conditions out.");
    }
    command
        .conditions()
        .forEach(
            condition ->
                checks.text(
                    "conditions", condition.text(), LONGEST_CONDITION, "Say what must be so."));
    command.fields().forEach(field -> check(field, alternatives, checks));
    checks.done();
  }

  private static void check(
      Decide.FieldOutcome field, Map<String, List<String>> alternatives, Checks checks) {
    boolean known = field.field() != null && alternatives.containsKey(field.field());
    checks.that(
        known && field.outcome() != null, "fields", "Judge only fields that the version asks for.");
    if (known && field.outcome() == Decide.FieldRuling.COARSEN) {
      checks.that(
          field.coarser() != null && alternatives.get(field.field()).contains(field.coarser()),
          "fields",
          "Choose a less detailed field that the catalogue names for " + field.field() + ".");
    }
  }

  /** One outcome for every field of the version; a field not named is approved as it is. */
  public static List<Decide.FieldOutcome> complete(Decide command, SelectionView asked) {
    Map<String, Decide.FieldOutcome> named =
        command.fields().stream()
            .collect(Collectors.toMap(Decide.FieldOutcome::field, f -> f, (first, last) -> last));
    return asked.fields().stream()
        .map(
            field ->
                named.getOrDefault(
                    field.code(),
                    new Decide.FieldOutcome(field.code(), Decide.FieldRuling.APPROVE, null)))
        .toList();
  }
}
