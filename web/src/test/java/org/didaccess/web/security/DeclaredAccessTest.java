package org.didaccess.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.didaccess.api.access.AccessDeclaration;
import org.didaccess.identity.Roles;
import org.junit.jupiter.api.Test;

/** Every page and every resource says who may use it; what says nothing stays closed. */
class DeclaredAccessTest {

  private static final java.nio.file.Path PAGES = java.nio.file.Path.of("src/main/webapp");
  private static final Set<String> KNOWN =
      Set.of(
          PageAccess.EVERYBODY,
          PageAccess.SIGNED_IN,
          Roles.RESEARCHER,
          Roles.PANEL,
          Roles.DATA_MANAGER,
          Roles.OFFICER,
          Roles.AUDITOR,
          Roles.ADMINISTRATOR,
          Roles.SIGNATORY);

  @Test
  void every_page_declares_who_may_open_it_and_every_declaration_has_its_page() throws IOException {
    assertThat(pages()).isNotEmpty().isEqualTo(declared().keySet());
  }

  @Test
  void a_page_is_declared_once_and_for_known_roles() {
    declared()
        .forEach(
            (view, roles) -> assertThat(roles).as(view).isNotEmpty().allMatch(KNOWN::contains));
    assertThat(declarations().map(PageAccess::view)).doesNotHaveDuplicates();
  }

  @Test
  void every_resource_method_declares_who_may_call_it() {
    List<Method> methods = resourceMethods();
    assertThat(methods).isNotEmpty();
    assertThat(methods)
        .allSatisfy(
            method ->
                assertThat(AccessDeclaration.of(method.getDeclaringClass(), method))
                    .as(method.toString())
                    .isPresent());
  }

  private static Set<String> pages() throws IOException {
    try (Stream<java.nio.file.Path> files = Files.walk(PAGES)) {
      return files
          .map(file -> "/" + PAGES.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".xhtml") && !name.startsWith("/WEB-INF/"))
          .map(name -> name.substring(0, name.length() - ".xhtml".length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static java.util.Map<String, List<String>> declared() {
    return declarations()
        .collect(Collectors.toMap(PageAccess::view, access -> List.of(access.roles())));
  }

  private static Stream<PageAccess> declarations() {
    return classes().flatMap(type -> Arrays.stream(type.getAnnotationsByType(PageAccess.class)));
  }

  private static List<Method> resourceMethods() {
    return classes()
        .filter(type -> type.isAnnotationPresent(Path.class))
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(
            method -> Arrays.stream(method.getAnnotations()).anyMatch(DeclaredAccessTest::isHttp))
        .toList();
  }

  private static boolean isHttp(Annotation annotation) {
    return annotation.annotationType().isAnnotationPresent(HttpMethod.class);
  }

  private static Stream<Class<?>> classes() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.didaccess.web", "org.didaccess.api")
            .stream()
            .map(JavaClass::reflect);
  }
}
