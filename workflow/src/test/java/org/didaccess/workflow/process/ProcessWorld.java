package org.didaccess.workflow.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.didaccess.workflow.agreement.EndAgreementDelegate;
import org.didaccess.workflow.application.OpenSlots;
import org.didaccess.workflow.engine.EngineSettings;
import org.didaccess.workflow.engine.ProcessModels;

/**
 * A real engine in memory with the product's models and delegates. The domain behind the delegates
 * is {@link DomainStandIn}, whose answers a test chooses; time stands still until a test moves it.
 */
public final class ProcessWorld {
  private static final DomainStandIn DOMAIN = new DomainStandIn();
  private static final ProcessEngine ENGINE = start();

  private final Processes processes = new Processes(ENGINE);

  /** A fresh view of the one engine: the clock is back at now, the domain forgets. */
  public ProcessWorld() {
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2030-01-01T09:00:00Z")));
    DOMAIN.forget();
  }

  /** The engine. */
  public ProcessEngine engine() {
    return ENGINE;
  }

  /** The domain as the delegates see it. */
  public DomainStandIn domain() {
    return DOMAIN;
  }

  /** The processes as the adapters find them. */
  public Processes processes() {
    return processes;
  }

  /** Now, by the engine's clock. */
  public Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  /** Moves the clock and runs what became due for that process, each timer once. */
  public void pass(Duration time, UUID businessKey) {
    ClockUtil.setCurrentTime(Date.from(now().plus(time)));
    dueJobs(businessKey).forEach(this::run);
  }

  /** Runs what is due now, such as a step that begins after the commit. */
  public void runDue(UUID businessKey) {
    pass(Duration.ZERO, businessKey);
  }

  /** Element ids of the steps that wait, sorted. */
  public List<String> waitsAt(UUID businessKey) {
    return Tokens.of(ENGINE, instanceOf(businessKey)).distinct().sorted().toList();
  }

  /** How many user tasks wait. */
  public long openTasks(UUID businessKey) {
    return ENGINE
        .getTaskService()
        .createTaskQuery()
        .processInstanceBusinessKey(businessKey.toString())
        .count();
  }

  /** The end events that the process reached, sorted; empty while it runs. */
  public List<String> endedAt(UUID businessKey) {
    String instance = instanceOf(businessKey);
    boolean runs =
        ENGINE.getRuntimeService().createProcessInstanceQuery().processInstanceId(instance).count()
            == 1;
    return runs ? List.of() : endEvents(instance);
  }

  private static List<String> endEvents(String instance) {
    return ENGINE
        .getHistoryService()
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instance)
        .activityType("noneEndEvent")
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId)
        .filter(end -> !end.endsWith("-done"))
        .sorted()
        .toList();
  }

  /** The engine's id of the process last started for that business key. */
  public String instanceOf(UUID businessKey) {
    return ENGINE
        .getHistoryService()
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(businessKey.toString())
        .orderByProcessInstanceStartTime()
        .desc()
        .list()
        .get(0)
        .getId();
  }

  /** The open incidents of the process. */
  public List<Incident> incidents(UUID businessKey) {
    return ENGINE
        .getRuntimeService()
        .createIncidentQuery()
        .processInstanceId(instanceOf(businessKey))
        .list();
  }

  /** Runs what is due now and fails, as the engine's own threads would, until it gives up. */
  public void runUntilItGivesUp(UUID businessKey) {
    while (incidents(businessKey).isEmpty()) {
      ClockUtil.setCurrentTime(Date.from(now().plus(Duration.ofMinutes(1))));
      for (Job job : dueJobs(businessKey)) {
        assertThatThrownBy(() -> run(job)).isInstanceOf(RuntimeException.class);
      }
    }
  }

  private List<Job> dueJobs(UUID businessKey) {
    return ENGINE
        .getManagementService()
        .createJobQuery()
        .processInstanceId(instanceOf(businessKey))
        .executable()
        .list();
  }

  private void run(Job job) {
    boolean stillThere =
        ENGINE.getManagementService().createJobQuery().jobId(job.getId()).count() == 1;
    if (stillThere) {
      ENGINE.getManagementService().executeJob(job.getId());
    }
  }

  private static ProcessEngine start() {
    var configuration = EngineSettings.apply(new StandaloneInMemProcessEngineConfiguration());
    configuration.setJdbcUrl("jdbc:h2:mem:processes;DB_CLOSE_DELAY=-1");
    configuration.setJobExecutorActivate(false);
    configuration.setBeans(delegates());
    ProcessEngine engine = configuration.buildProcessEngine();
    ProcessModels.deploy(engine.getRepositoryService());
    return engine;
  }

  private static Map<Object, Object> delegates() {
    Map<Object, Object> beans = new HashMap<>();
    beans.put("noticeDelegate", new NoticeDelegate(DOMAIN));
    beans.put("slots", new OpenSlots());
    beans.put("endAgreementDelegate", new EndAgreementDelegate(DOMAIN));
    return beans;
  }
}
