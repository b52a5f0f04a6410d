package org.didaccess.workflow.view;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.IncidentQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.didaccess.identity.Roles;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.shared.process.IncidentView;
import org.didaccess.shared.process.Incidents;
import org.didaccess.workflow.process.Realignment;

/** The engine's incidents, as administrators see and answer them. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class EngineIncidents implements Incidents {
  private ProcessEngine engine;

  /** For the container. */
  protected EngineIncidents() {}

  @Inject
  public EngineIncidents(ProcessEngine engine) {
    this.engine = engine;
  }

  @Override
  public Page<IncidentView> open(PageRequest page) {
    IncidentQuery query =
        engine.getRuntimeService().createIncidentQuery().orderByIncidentTimestamp().asc();
    List<IncidentView> items =
        query.listPage(page.offset(), page.limit()).stream().map(this::view).toList();
    return new Page<>(items, query.count());
  }

  @Override
  public void retry(String incidentId) {
    Incident incident =
        engine.getRuntimeService().createIncidentQuery().incidentId(incidentId).singleResult();
    if (incident == null) {
      throw new NotFound("open incident");
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
