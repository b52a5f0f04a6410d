package org.didaccess.workflow.engine;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** Settings that hold wherever the engine runs, in the server as in a test. */
public final class EngineSettings {
  /** Three tries a minute apart, then an incident that an administrator sees. */
  static final String RETRIES = "R3/PT1M";

  private EngineSettings() {}

  /** Applies the settings and returns the same configuration. */
  public static <C extends ProcessEngineConfigurationImpl> C apply(C configuration) {
    configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    keepHistory(configuration);
    configuration.setFailedJobRetryTimeCycle(RETRIES);
    configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
    // People and their rights live in the ledger; the engine has no users of its own.
    configuration.setDbIdentityUsed(false);
    configuration.setAuthorizationEnabled(false);
    configuration.setMetricsEnabled(false);
    return configuration;
  }

  /** What happened in a process stays: nothing is removed after a time. */
  private static void keepHistory(ProcessEngineConfigurationImpl configuration) {
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setHistoryCleanupEnabled(false);
  }
}
