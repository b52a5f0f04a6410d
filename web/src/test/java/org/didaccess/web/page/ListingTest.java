package org.didaccess.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.didaccess.shared.Page;
import org.junit.jupiter.api.Test;

class ListingTest {

  private static final Page<String> TWENTY_OF_45 = new Page<>(Collections.nCopies(20, "x"), 45);

  @Test
  void the_first_part_leads_on_and_not_back() {
    Listing<String> first = Listing.of(TWENTY_OF_45, null);
    assertThat(first.from()).isEqualTo(1);
    assertThat(first.to()).isEqualTo(20);
    assertThat(first.hasPrevious()).isFalse();
    assertThat(first.hasNext()).isTrue();
    assertThat(first.nextOffset()).isEqualTo(20);
  }

  @Test
  void the_last_part_leads_back_and_not_on() {
    Listing<String> last = Listing.of(new Page<>(Collections.nCopies(5, "x"), 45), "40");
    assertThat(last.to()).isEqualTo(45);
    assertThat(last.hasNext()).isFalse();
    assertThat(last.previousOffset()).isEqualTo(20);
  }

  @Test
  void an_offset_that_is_no_number_starts_at_the_beginning() {
    for (String offset : List.of("", "-1", "abc", "99999999999")) {
      assertThat(Listing.request(offset).offset()).as(offset).isZero();
    }
  }

  @Test
  void an_empty_list_shows_nothing_from_nothing() {
    Listing<String> none = Listing.of(new Page<>(List.of(), 0), null);
    assertThat(none.from()).isZero();
    assertThat(none.to()).isZero();
  }
}
