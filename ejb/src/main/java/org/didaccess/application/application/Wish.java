package org.didaccess.application.application;

import java.util.Set;
import org.didaccess.application.SaveSelection;
import org.didaccess.application.domain.Selection;

/** What a person wants to ask for; what they left open stays as it was. */
record Wish(SaveSelection command) {

  static Wish of(SaveSelection command) {
    return new Wish(command);
  }

  Selection over(Selection present) {
    return new Selection(
        or(command.dataSet(), present.dataSet()),
        or(command.dataSetVersion(), present.dataSetVersion()),
        or(command.level(), present.level()),
        or(command.accessMethod(), present.accessMethod()),
        or(command.linkage(), present.linkage()),
        or(command.refresh(), present.refresh()),
        or(command.periodFrom(), present.periodFrom()),
        or(command.periodTo(), present.periodTo()),
        Set.copyOf(command.fields()),
        Set.copyOf(command.filters()),
        present.recipients());
  }

  private static <T> T or(T wanted, T present) {
    return wanted == null ? present : wanted;
  }
}
