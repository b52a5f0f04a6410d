package org.didaccess.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.didaccess.source.StoredSubmission;
import org.junit.jupiter.api.Test;

/** What a load tells a person of what it stored. */
class ReportTextIT {

  @Test
  void rows_that_a_later_submission_has_are_told_where_there_are_any() {
    assertThat(printed(new StoredSubmission(7, false, 2_000, 12, 1_500, 0)))
        .contains("2,000 rows, 12 earlier ones replaced")
        .contains("1,500 rows do not count: a submission received later has them");
    assertThat(printed(new StoredSubmission(7, false, 2_000, 12, 0, 0)))
        .doesNotContain("do not count");
  }

  private static String printed(StoredSubmission stored) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportText.print(new PrintStream(out, true, StandardCharsets.UTF_8), stored);
    return out.toString(StandardCharsets.UTF_8);
  }
}
