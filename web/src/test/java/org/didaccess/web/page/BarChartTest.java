package org.didaccess.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BarChartTest {

  @Test
  void a_bar_stands_for_each_name() {
    assertThat(BarChart.of("Rows", Map.of("2026-04", 12L)))
        .contains("\"labels\":[\"2026-04\"]", "\"data\":[12]", "\"label\":\"Rows\"");
  }

  @Test
  void a_name_cannot_end_the_script_that_holds_it() {
    assertThat(BarChart.of("Rows", Map.of("</script>", 1L))).doesNotContain("</script>");
  }
}
