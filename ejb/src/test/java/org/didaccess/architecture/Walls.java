package org.didaccess.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Set;

/** The walls as rules. */
final class Walls {

  /** A capability may know those of a lower rank, and those of its own rank. */
  private static final Map<String, Integer> RANK =
      Map.ofEntries(
          Map.entry("shared", 0),
          Map.entry("identity", 1),
          Map.entry("audit", 1),
          Map.entry("pseudonym", 1),
          Map.entry("notice", 2),
          Map.entry("source", 2),
          Map.entry("catalogue", 2),
          Map.entry("application", 3),
          Map.entry("governance", 4),
          Map.entry("agreement", 5),
          Map.entry("register", 6),
          Map.entry("release", 6),
          Map.entry("sde", 7));

  static final ArchRule NO_ENGINE_AND_NO_PAGES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.camunda..",
              "jakarta.faces..",
              "jakarta.servlet..",
              "jakarta.ws.rs..",
              "org.primefaces..")
          .because("the domain outlives the engine and the pages");

  static final ArchRule DOMAIN_IS_FREE =
      noClasses()
          .that()
          .resideInAPackage("..domain..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.ejb..",
              "jakarta.enterprise..",
              "jakarta.inject..",
              "java.sql..",
              "javax.sql..",
              "org.eclipse.persistence..",
              "org.didaccess.*.infrastructure..",
              "org.didaccess.*.application..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(EntityManager.class)
          .because("a rule is read and tested without a server or a database");

  static final ArchRule PUBLISHED_SIDE_IS_FREE =
      noClasses()
          .that()
          .resideInAPackage("org.didaccess.*")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.didaccess.*.infrastructure..", "org.didaccess.*.application..")
          .because("what a capability publishes does not depend on how it is done");

  static final ArchRule ARROWS_POINT_DOWN =
      classes().should(knowOnlyLowerCapabilities()).because("design has one direction");

  private Walls() {}

  private static ArchCondition<JavaClass> knowOnlyLowerCapabilities() {
    return new ArchCondition<>("know only capabilities below their own") {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
          if (rank(dependency.getTargetClass()) > rank(from)) {
            events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
          }
        }
      }
    };
  }

  /** The rank of the capability in the class's package; the planted packages count as theirs. */
  private static int rank(JavaClass type) {
    String name =
        type.getPackageName().replace("org.didaccess.architecture.planted.", "org.didaccess.");
    if (!name.startsWith("org.didaccess.")) {
      return 0;
    }
    return RANK.getOrDefault(name.split("\\.", -1)[2], 0);
  }

  /** Every capability that has a rank. */
  static Set<String> capabilities() {
    return RANK.keySet();
  }
}
