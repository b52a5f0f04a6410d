package org.didaccess.source.synthetic;

import java.util.List;
import java.util.function.Consumer;

/**
 * One way to break a rule.
 *
 * @param plants the rule that it is meant for
 * @param breaks every rule that it breaks, that one included
 * @param damage what it does to a record that keeps every rule
 */
record Fault(String plants, List<String> breaks, Consumer<FaultyRow> damage) {

  /** A fault that breaks its rule and no other. */
  static Fault alone(String rule, Consumer<FaultyRow> damage) {
    return new Fault(rule, List.of(rule), damage);
  }

  /** A fault that cannot but break other rules, too. */
  static Fault with(String rule, String other, Consumer<FaultyRow> damage) {
    return new Fault(rule, List.of(rule, other), damage);
  }
}
