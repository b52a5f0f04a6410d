package org.didaccess.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.didaccess.shared.process.Notice;
import org.junit.jupiter.api.Test;

class FactsTest {
  private static final UUID ONE = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UUID TWO = UUID.fromString("00000000-0000-4000-8000-000000000002");

  @Test
  void only_ids_flags_enum_names_and_instants_can_be_remembered() {
    Stream<Class<?>> taken =
        Arrays.stream(Facts.class.getDeclaredMethods())
            .filter(method -> method.getName().equals("with"))
            .map(Method::getParameterTypes)
            .map(types -> types[1]);
    assertThat(taken)
        .containsExactlyInAnyOrder(
            UUID.class, Collection.class, boolean.class, Enum.class, Instant.class);
  }

  @Test
  void values_are_kept_as_plain_types_that_need_no_class_of_ours_to_read() {
    Instant noon = Instant.parse("2030-01-01T12:00:00Z");
    assertThat(
            Facts.none()
                .with("id", ONE)
                .with("ids", List.of(ONE, TWO))
                .with("flag", true)
                .with("name", Notice.CHECK_WAITS)
                .with("at", noon)
                .asVariables())
        .isEqualTo(
            Map.of(
                "id",
                ONE.toString(),
                "ids",
                ONE + " " + TWO,
                "flag",
                true,
                "name",
                "CHECK_WAITS",
                "at",
                Date.from(noon)));
  }
}
