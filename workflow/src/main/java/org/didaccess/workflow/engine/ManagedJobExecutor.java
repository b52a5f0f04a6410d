package org.didaccess.workflow.engine;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/**
 * Runs the engine's jobs on the container's threads, so that naming, CDI and transactions work in
 * them as they do in a request.
 */
final class ManagedJobExecutor extends JobExecutor {
  private final ManagedExecutorService threads;
  private Future<?> acquisition;

  ManagedJobExecutor(ManagedExecutorService threads) {
    this.threads = threads;
  }

  @Override
  protected void startExecutingJobs() {
    acquisition = threads.submit(acquireJobsRunnable);
  }

  @Override
  protected void stopExecutingJobs() {
    if (acquisition != null) {
      acquisition.cancel(true);
      acquisition = null;
    }
  }

  @Override
  public void executeJobs(List<String> jobIds, ProcessEngineImpl engine) {
    try {
      threads.execute(getExecuteJobsRunnable(jobIds, engine));
    } catch (RejectedExecutionException busy) {
      logRejectedExecution(engine, jobIds.size());
      rejectedJobsHandler.jobsRejected(jobIds, engine, this);
    }
  }
}
