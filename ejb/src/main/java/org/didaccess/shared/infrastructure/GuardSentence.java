package org.didaccess.shared.infrastructure;

import java.sql.SQLException;
import java.util.regex.Pattern;

/** The sentence for people in a refusal of the guard, which comes as "code-word: sentence". */
final class GuardSentence {

  private static final Pattern FORM =
      Pattern.compile("(?:ERROR: )?[a-z-]+: (.+?)(?:\\n.*)?", Pattern.DOTALL);

  private GuardSentence() {}

  static String of(SQLException refusal) {
    var form = FORM.matcher(refusal.getMessage());
    return form.matches() ? form.group(1) : refusal.getMessage();
  }
}
