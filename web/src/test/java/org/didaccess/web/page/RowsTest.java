package org.didaccess.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.junit.jupiter.api.Test;

class RowsTest {

  private final List<PageRequest> asked = new ArrayList<>();
  private final Rows<String> rows = new Rows<>(this::answer);

  private Page<String> answer(PageRequest part) {
    asked.add(part);
    return new Page<>(Collections.nCopies(Math.min(part.limit(), 45 - part.offset()), "x"), 45);
  }

  @Test
  void the_first_part_is_asked_for_once_for_its_rows_and_the_total() {
    assertThat(rows.count(Map.of())).isEqualTo(45);
    assertThat(rows.load(0, 20, Map.of(), Map.of())).hasSize(20);
    assertThat(asked).containsExactly(PageRequest.first());
  }

  @Test
  void a_later_part_is_asked_for_by_itself_and_nothing_between_is_read() {
    assertThat(rows.load(40, 20, Map.of(), Map.of())).hasSize(5);
    assertThat(asked).containsExactly(new PageRequest(40, 20));
  }
}
