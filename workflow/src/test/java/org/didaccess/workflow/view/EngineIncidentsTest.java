package org.didaccess.workflow.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.PageRequest;
import org.didaccess.shared.process.IncidentView;
import org.didaccess.workflow.process.Facts;
import org.didaccess.workflow.process.ProcessWorld;
import org.didaccess.workflow.process.Steps;
import org.didaccess.workflow.process.SubjectProcess;
import org.junit.jupiter.api.Test;

class EngineIncidentsTest {
  private final ProcessWorld world = new ProcessWorld();
  private final EngineIncidents incidents = new EngineIncidents(world.engine());
  private final UUID agreement = UUID.randomUUID();
  private final SubjectProcess process = world.processes().of(Steps.Agreement.PROCESS, agreement);

  @Test
  void an_administrator_sees_a_step_that_failed_for_good_and_tries_it_again() {
    failToEnd();
    IncidentView incident = only();
    assertThat(incident.processKey()).isEqualTo(Steps.Agreement.PROCESS);
    assertThat(incident.stepId()).isEqualTo(Steps.Agreement.END);
    assertThat(incident.message()).contains("the database is away");

    world.domain().onEnd(() -> {});
    incidents.retry(incident.id());
    world.pass(Duration.ofMinutes(1), agreement);
    assertThat(world.domain().ended()).containsExactly(agreement);
    assertThat(world.waitsAt(agreement)).containsExactly(Steps.Agreement.DESTROY);
    assertThat(mine()).isEmpty();
  }

  @Test
  void a_realigned_process_is_noted_and_taken_as_read() {
    process.putAt(Steps.Agreement.DESTROY, Facts.none());
    assertThat(only().stepId()).isEqualTo(Steps.Agreement.DESTROY);
    incidents.retry(only().id());
    assertThat(mine()).isEmpty();
    assertThat(world.waitsAt(agreement)).containsExactly(Steps.Agreement.DESTROY);
  }

  @Test
  void an_incident_that_is_over_is_not_found() {
    assertThatThrownBy(() -> incidents.retry("no-such-incident")).isInstanceOf(NotFound.class);
  }

  @Test
  void incidents_come_in_pages_with_their_number() {
    process.putAt(Steps.Agreement.DESTROY, Facts.none());
    var page = incidents.open(new PageRequest(0, 1));
    assertThat(page.items()).hasSize(1);
    assertThat(page.total()).isPositive();
  }

  private void failToEnd() {
    world
        .domain()
        .onEnd(
            () -> {
              throw new IllegalStateException("the database is away");
            });
    process.start(
        Facts.none()
            .with(Steps.Agreement.STARTS_AT, world.now())
            .with(Steps.Agreement.REMIND_AT, world.now().plus(Duration.ofDays(300)))
            .with(Steps.Agreement.ENDS_AT, world.now().plus(Duration.ofDays(1))));
    world.pass(Duration.ofDays(2), agreement);
    world.runUntilItGivesUp(agreement);
  }

  private IncidentView only() {
    assertThat(mine()).hasSize(1);
    return mine().get(0);
  }

  private List<IncidentView> mine() {
    return incidents.open(new PageRequest(0, PageRequest.MOST)).items().stream()
        .filter(incident -> incident.businessKey().equals(agreement))
        .toList();
  }
}
