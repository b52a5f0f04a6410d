package org.didaccess.workflow.view;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.didaccess.shared.process.IncidentView;
import org.didaccess.shared.process.Incidents;
import org.didaccess.workflow.process.Realignment;

/** The engine's incidents, as administrators see and answer them. */
@Stateless
@RolesAllowed("administrator")
public class EngineIncidents implements Incidents {
  private ProcessEngine engine;

  /** For the container. */
  protected EngineIncidents() {}

  @Inject
  public EngineIncidents(ProcessEngine engine) {
    this.engine = engine;
  }

  @Override
  public List<IncidentView> open() {
    return engine
        .getRuntimeService()
        .createIncidentQuery()
        .orderByIncidentTimestamp()
        .asc()
        .list()
        .stream()
        .map(this::view)
        .toList();
  }

  @Override
  public void retry(String incidentId) {
    Incident incident =
        engine.getRuntimeService().createIncidentQuery().incidentId(incidentId).singleResult();
    if (incident == null) {
      throw new IllegalArgumentException("There is no open incident with that id");
    }
    if (Realignment.INCIDENT.equals(incident.getIncidentType())) {
      engine.getRuntimeService().resolveIncident(incidentId);
    } else {
      engine.getManagementService().setJobRetries(incident.getConfiguration(), 1);
    }
  }

  private IncidentView view(Incident incident) {
    ProcessDefinition definition =
        engine.getRepositoryService().getProcessDefinition(incident.getProcessDefinitionId());
    return new IncidentView(
        incident.getId(),
        incident.getIncidentType(),
        definition.getKey(),
        businessKey(incident),
        step(incident),
        incident.getIncidentMessage(),
        incident.getIncidentTimestamp().toInstant());
  }

  private static String step(Incident incident) {
    return Realignment.INCIDENT.equals(incident.getIncidentType())
        ? incident.getConfiguration()
        : incident.getActivityId();
  }

  private UUID businessKey(Incident incident) {
    ProcessInstance instance =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(incident.getProcessInstanceId())
            .singleResult();
    return UUID.fromString(instance.getBusinessKey());
  }
}
