package org.didaccess.release.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.didaccess.db.rehearsal.OrderedRun;
import org.didaccess.db.rehearsal.RehearsedAgreement;
import org.didaccess.release.ColumnFigures;
import org.didaccess.release.ReleaseFixture;
import org.didaccess.release.engine.OpenedRelease;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.release.engine.ReleaseStoppedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The figures of one pass against a plain count of each column by itself. */
class SqlColumnCheckTest {

  private ReleaseFixture fixture;
  private SqlColumnCheck check;

  @BeforeEach
  void over_the_release_login() throws SQLException {
    fixture = ReleaseFixture.shared();
    check = new SqlColumnCheck(fixture.database().as("did_release"));
  }

  @Test
  void the_figures_are_those_of_a_count_of_each_column_by_itself() throws SQLException {
    ReleasePlan plan =
        ordered(
            "AGE",
            "GENDER_CODE",
            "GENDER_DESCRIPTION",
            "PERSON_ID",
            "LSOA_OF_RESIDENCE",
            "CCG_CODE");

    List<ColumnFigures> figures = check.of(plan);

    assertThat(figures).isEqualTo(plainly(plan, figures)).hasSizeGreaterThan(4);
    assertThat(figures).anySatisfy(column -> assertThat(column.distinct()).isGreaterThan(50));
  }

  @Test
  void nothing_is_counted_once_the_agreement_is_suspended() throws SQLException {
    RehearsedAgreement agreement = fixture.agreement("AGE");
    OrderedRun run = agreement.order();
    ReleasePlan plan = fixture.plan(run);
    agreement.suspend();

    assertThatThrownBy(() -> check.of(plan)).isInstanceOf(ReleaseStoppedException.class);
  }

  private ReleasePlan ordered(String... fields) throws SQLException {
    return fixture.plan(fixture.agreement(fields).order());
  }

  private List<ColumnFigures> plainly(ReleasePlan plan, List<ColumnFigures> figures)
      throws SQLException {
    List<ColumnFigures> counted = new ArrayList<>();
    try (OpenedRelease opened = OpenedRelease.open(fixture.database().as("did_release"), plan);
        Statement statement = opened.connection().createStatement()) {
      for (ColumnFigures column : figures) {
        try (ResultSet row =
            statement.executeQuery(
                "SELECT count(*) - count(%1$s), count(DISTINCT %1$s) FROM pg_temp.released"
                    .formatted(column.column()))) {
          row.next();
          counted.add(new ColumnFigures(column.column(), row.getLong(1), row.getLong(2)));
        }
      }
    }
    return counted;
  }
}
