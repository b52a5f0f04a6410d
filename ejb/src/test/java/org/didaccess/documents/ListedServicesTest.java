package org.didaccess.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.didaccess.audit.application.CheckpointService;
import org.didaccess.identity.infrastructure.GuardSignIn;
import org.didaccess.source.application.QualityReports;
import org.junit.jupiter.api.Test;

/** No service is added without its rows in the permission matrix. */
class ListedServicesTest {

  /** Called by the product itself, before anybody is signed in, and behind a listed service. */
  private static final Set<Class<?>> NOBODYS_OWN =
      Set.of(CheckpointService.class, GuardSignIn.class, QualityReports.class);

  @Test
  void every_implementation_of_use_cases_is_listed() {
    Set<String> listed =
        PermissionMatrix.services().stream().map(Class::getName).collect(Collectors.toSet());
    NOBODYS_OWN.stream().map(Class::getName).forEach(listed::add);

    assertThat(
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.didaccess")
                    .stream()
                    .filter(type -> !type.isInterface() && isOfUseCases(type))
                    .map(JavaClass::getName))
        .containsExactlyInAnyOrderElementsOf(listed);
  }

  private static boolean isOfUseCases(JavaClass type) {
    return type.getAllRawInterfaces().stream()
        .anyMatch(published -> published.getSimpleName().endsWith("UseCases"));
  }
}
