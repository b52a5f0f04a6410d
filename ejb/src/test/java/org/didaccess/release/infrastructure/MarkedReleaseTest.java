package org.didaccess.release.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.didaccess.release.ReleaseFixture;
import org.junit.jupiter.api.Test;

/** Whether a release can be traced is known before it leaves. */
class MarkedReleaseTest {

  @Test
  void only_the_token_of_a_record_carries_a_mark() throws SQLException {
    assertThat(isMarked("AGE", "SUBMISSION_DATA_ID")).isTrue();
    assertThat(isMarked("AGE", "PERSON_ID")).isFalse();
  }

  private static boolean isMarked(String... fields) throws SQLException {
    ReleaseFixture fixture = ReleaseFixture.shared();
    return new JdbcReleaseLedger(fixture.database().as("did_app"))
        .subject(fixture.agreement(fields).order().id())
        .marked();
  }
}
