package org.didaccess.source.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.didaccess.source.Submissions.csv;
import static org.didaccess.source.Submissions.good;

import java.util.List;
import java.util.Map;
import org.didaccess.source.StoredSubmission;
import org.didaccess.source.Submissions;
import org.didaccess.source.domain.Item;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleGroupingTest {

  private LoadedDatabase database;

  @BeforeEach
  void fresh_database() {
    database = LoadedDatabase.fresh();
  }

  @Test
  void any_order_of_arrival_gives_the_same_people() throws Exception {
    String verified = csv(good());
    String unverified =
        csv(good().with(Item.NHS_NUMBER_STATUS, "02").with(Item.ACCESSION_NUMBER, "B1"));
    String namesake =
        csv(good().with(Item.NHS_NUMBER, "9990000026").with(Item.ACCESSION_NUMBER, "C1"));
    String numberless =
        csv(
            good()
                .without(Item.NHS_NUMBER, Item.NHS_NUMBER_STATUS)
                .with(Item.POSTCODE, "ZA1 1AB")
                .with(Item.ACCESSION_NUMBER, "D1"),
            good()
                .without(Item.NHS_NUMBER, Item.NHS_NUMBER_STATUS)
                .with(Item.POSTCODE, "za11ab")
                .with(Item.ACCESSION_NUMBER, "D2"));
    List<String> files = List.of(verified, unverified, namesake, numberless);

    Map<String, String> expected = null;
    for (List<Integer> order :
        List.of(
            List.of(0, 1, 2, 3), List.of(3, 2, 1, 0), List.of(1, 0, 3, 2), List.of(2, 1, 0, 3))) {
      database = LoadedDatabase.fresh();
      database.run("UPDATE vault.secret SET key = decode(repeat('5a', 32), 'hex')");
      for (int file : order) {
        database.load(files.get(file), LoadedDatabase.may());
      }
      Map<String, String> people = database.people();
      expected = expected == null ? people : expected;
      assertThat(people).isEqualTo(expected);
    }
    assertThat(expected.get("D1")).isEqualTo(expected.get("D2"));
    assertThat(expected.get("B1")).isNotIn(expected.get("A1"), expected.get("C1"));
  }

  @Test
  void a_record_without_a_verified_number_joins_the_only_person_with_its_details()
      throws Exception {
    StoredSubmission alone =
        database.stored(
            csv(good().with(Item.NHS_NUMBER_STATUS, "02").with(Item.ACCESSION_NUMBER, "B1")),
            LoadedDatabase.may());
    database.load(csv(good()), LoadedDatabase.may());

    Map<String, String> people = database.people();
    assertThat(people.get("B1")).isEqualTo(people.get("A1"));
    assertThat(alone.ambiguousRows()).isZero();
    assertThat(database.number("SELECT count(*) FROM source.person_change")).isEqualTo(1);
  }

  @Test
  void details_that_several_people_share_are_reported_and_stand_for_themselves() throws Exception {
    database.load(csv(good()), LoadedDatabase.may());
    database.load(
        csv(good().with(Item.NHS_NUMBER, "9990000026").with(Item.ACCESSION_NUMBER, "C1")),
        LoadedDatabase.may());
    StoredSubmission third =
        database.stored(
            csv(good().with(Item.NHS_NUMBER_STATUS, "02").with(Item.ACCESSION_NUMBER, "B1")),
            LoadedDatabase.may());

    assertThat(third.ambiguousRows()).isEqualTo(1);
    assertThat(database.people().values()).doesNotHaveDuplicates();
  }

  @Test
  void earlier_records_that_stand_for_themselves_since_a_submission_came_are_reported_with_it()
      throws Exception {
    database.load(csv(nameless("B1"), nameless("B2")), LoadedDatabase.may());
    StoredSubmission one = database.stored(csv(good()), LoadedDatabase.may());
    StoredSubmission two =
        database.stored(
            csv(good().with(Item.NHS_NUMBER, "9990000026").with(Item.ACCESSION_NUMBER, "C1")),
            LoadedDatabase.may());

    assertThat(one.ambiguousRows()).isZero();
    assertThat(two.ambiguousRows()).isEqualTo(2);
    assertThat(database.people().values()).doesNotHaveDuplicates();
  }

  private static Submissions nameless(String accession) {
    return good()
        .without(Item.NHS_NUMBER, Item.NHS_NUMBER_STATUS)
        .with(Item.ACCESSION_NUMBER, accession);
  }

  @Test
  void people_without_a_home_are_not_joined_by_a_pseudo_postcode() throws Exception {
    database.load(
        csv(
            good().without(Item.NHS_NUMBER).with(Item.POSTCODE, "ZZ99 3VZ"),
            good()
                .without(Item.NHS_NUMBER)
                .with(Item.POSTCODE, "ZZ99 3VZ")
                .with(Item.ACCESSION_NUMBER, "A2")),
        LoadedDatabase.may());

    assertThat(database.people().values()).doesNotHaveDuplicates();
  }
}
