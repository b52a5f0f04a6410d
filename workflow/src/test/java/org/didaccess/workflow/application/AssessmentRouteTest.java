package org.didaccess.workflow.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.variable.Variables;
import org.didaccess.workflow.process.ProcessWorld;
import org.didaccess.workflow.process.Steps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentRouteTest {
  private final ProcessWorld world = new ProcessWorld();

  @ParameterizedTest
  @CsvSource({
    // rows about single tests, leaves as an extract, can be linked, advice needed
    "false, false, false, false",
    "false, true,  false, false",
    "true,  false, false, false",
    "true,  true,  false, true",
    "false, false, true,  true",
    "false, true,  true,  true",
    "true,  false, true,  true",
    "true,  true,  true,  true",
  })
  void advice_is_needed_for_linked_data_and_for_rows_that_leave(
      boolean rowLevel, boolean extract, boolean linked, boolean adviceNeeded) {
    Boolean answer =
        world
            .engine()
            .getDecisionService()
            .evaluateDecisionTableByKey(
                Steps.Application.ASSESSMENT_ROUTE,
                Variables.putValue(Steps.Application.ROW_LEVEL, rowLevel)
                    .putValue(Steps.Application.EXTRACT, extract)
                    .putValue(Steps.Application.LINKED, linked))
            .getSingleEntry();
    assertThat(answer).isEqualTo(adviceNeeded);
  }
}
