package org.didaccess.source.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All rules of a submission, each joined to its check. */
public final class RuleBook {

  /** The rule on the file's form, which the reader keeps. */
  public static final String FILE_FORM = "DIDS075";

  /** The rule on keys that stand twice in a file, which needs all of the file. */
  public static final String DUPLICATE_KEY = "DIDS071";

  private record Entry(Rule rule, RecordCheck check) {}

  private final Map<String, Rule> rules = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();

  /**
   * Joins rules and checks.
   *
   * @throws IllegalStateException where a rule has no check, or a check no rule
   */
  public RuleBook(List<Rule> data) {
    Map<String, RecordCheck> checks = new HashMap<>();
    checks.putAll(DateChecks.byRule());
    checks.putAll(PatientChecks.byRule());
    checks.putAll(CodeChecks.byRule());
    for (Rule rule : data) {
      rules.put(rule.id(), rule);
      if (!isKeptElsewhere(rule)) {
        entries.add(new Entry(rule, taken(checks, rule.id())));
      }
    }
    if (!checks.isEmpty()) {
      throw new IllegalStateException("Checks without a rule: " + checks.keySet());
    }
  }

  /** Every rule that the record breaks, in the order of the data. */
  public List<Rule> brokenBy(SubmittedRecord submitted, CheckContext context) {
    List<Rule> broken = null;
    for (Entry entry : entries) {
      if (!entry.check().holds(submitted, context)) {
        if (broken == null) {
          broken = new ArrayList<>(4);
        }
        broken.add(entry.rule());
      }
    }
    return broken == null ? List.of() : broken;
  }

  /** The rule of that id. */
  public Rule rule(String id) {
    Rule rule = rules.get(id);
    if (rule == null) {
      throw new IllegalArgumentException("No rule " + id);
    }
    return rule;
  }

  private static boolean isKeptElsewhere(Rule rule) {
    return rule.id().equals(FILE_FORM) || rule.id().equals(DUPLICATE_KEY);
  }

  private static RecordCheck taken(Map<String, RecordCheck> checks, String id) {
    RecordCheck check = checks.remove(id);
    if (check == null) {
      throw new IllegalStateException("No check for rule " + id);
    }
    return check;
  }
}
