package org.didaccess.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WallsTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.didaccess");
  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("org.didaccess.architecture.planted");

  @Test
  void the_domain_module_knows_no_engine_and_no_page() {
    holds(Walls.NO_ENGINE_AND_NO_PAGES);
  }

  @Test
  void aggregates_and_policies_know_no_server_and_no_database() {
    holds(Walls.DOMAIN_IS_FREE);
  }

  @Test
  void what_is_published_does_not_know_how_it_is_done() {
    Walls.PUBLISHED_SIDE_IS_FREE.check(PRODUCT);
  }

  @Test
  void a_capability_knows_only_those_below_it() {
    holds(Walls.ARROWS_POINT_DOWN);
  }

  @Test
  void every_capability_has_its_place() {
    Set<String> found =
        PRODUCT.stream()
            .map(type -> type.getPackageName().split("\\.", -1))
            .filter(parts -> parts.length > 2)
            .map(parts -> parts[2])
            .filter(name -> !name.equals("db"))
            .collect(Collectors.toSet());

    assertThat(Walls.capabilities()).containsAll(found);
  }

  /** The product passes, and the planted violation does not. */
  private static void holds(ArchRule rule) {
    rule.check(PRODUCT);
    assertThat(rule.evaluate(PLANTED).hasViolation()).isTrue();
  }
}
