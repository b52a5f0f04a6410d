package org.didaccess.workflow.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.didaccess.shared.process.Notice;
import org.didaccess.shared.process.Reminders;
import org.didaccess.workflow.process.Subject;
import org.junit.jupiter.api.Test;

class WorkflowWallsTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.didaccess");

  private static final ArchRule ENGINE_INSIDE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.didaccess.workflow..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..")
          .because("the engine may be exchanged, and only the workflow module would notice");

  private static final ArchRule ONE_USE_CASE =
      classes()
          .that()
          .implement(JavaDelegate.class)
          .should(injectOneInterface())
          .because("a delegate touches the execution and one use case");

  private static final ArchRule NO_DATA_ACCESS =
      noClasses()
          .that()
          .resideInAPackage("org.didaccess.workflow..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.persistence..", "java.sql..", "javax.sql..", "jakarta.mail..")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("org.didaccess..domain..", "org.didaccess..infrastructure..")
          .because("processes reach the domain by its published use cases alone");

  @Test
  void the_engines_types_stay_inside_workflow() {
    ENGINE_INSIDE.check(PRODUCT);
  }

  @Test
  void a_delegate_injects_one_interface_and_nothing_else() {
    ONE_USE_CASE.check(PRODUCT);
  }

  @Test
  void processes_touch_no_table_entity_or_mail() {
    NO_DATA_ACCESS.check(PRODUCT);
  }

  @Test
  void a_delegate_that_takes_more_is_found() {
    JavaClasses planted = new ClassFileImporter().importClasses(GreedyDelegate.class);
    assertThatThrownBy(() -> ONE_USE_CASE.check(planted))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("GreedyDelegate");
  }

  private static ArchCondition<JavaClass> injectOneInterface() {
    return new ArchCondition<>("inject exactly one published interface") {
      @Override
      public void check(JavaClass delegate, ConditionEvents events) {
        boolean one = delegate.getConstructors().stream().allMatch(WorkflowWallsTest::takesOne);
        events.add(new SimpleConditionEvent(delegate, one, delegate.getName()));
      }
    };
  }

  private static boolean takesOne(JavaConstructor constructor) {
    return constructor.getRawParameterTypes().size() == 1
        && constructor.getRawParameterTypes().get(0).isInterface()
        && constructor.getRawParameterTypes().get(0).getPackageName().startsWith("org.didaccess.");
  }

  /** A delegate as it must not be. */
  static final class GreedyDelegate implements JavaDelegate {
    private final Reminders reminders;
    private final ProcessEngine engine;

    GreedyDelegate(Reminders reminders, ProcessEngine engine) {
      this.reminders = reminders;
      this.engine = engine;
    }

    @Override
    public void execute(DelegateExecution execution) {
      reminders.remind(Notice.valueOf(engine.getName()), Subject.of(execution));
    }
  }
}
