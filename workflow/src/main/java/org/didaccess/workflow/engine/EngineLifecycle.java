package org.didaccess.workflow.engine;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.JakartaTransactionProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/**
 * Starts the engine with the application and stops it with it. The engine joins the caller's JTA
 * transaction on the same datasource as JPA, so domain and process commit or roll back as one.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll
public class EngineLifecycle {
  private static final String DATA_SOURCE = "java:jboss/datasources/DidAccess";
  private static final String TABLES = "engine.";

  @Resource(lookup = "java:jboss/TransactionManager")
  private TransactionManager transactions;

  @Resource private ManagedExecutorService threads;
  @Inject private BeanManager beans;

  private ProcessEngine engine;

  @PostConstruct
  void start() {
    engine = configuration().buildProcessEngine();
    ProcessModels.deploy(engine.getRepositoryService());
    executor().start();
  }

  @PreDestroy
  void stop() {
    executor().shutdown();
    engine.close();
  }

  /** The one engine of this server. */
  @Produces
  @ApplicationScoped
  public ProcessEngine engine() {
    return engine;
  }

  private JobExecutor executor() {
    return ((JakartaTransactionProcessEngineConfiguration) engine.getProcessEngineConfiguration())
        .getJobExecutor();
  }

  private JakartaTransactionProcessEngineConfiguration configuration() {
    var configuration = EngineSettings.apply(new JakartaTransactionProcessEngineConfiguration());
    configuration.setTransactionManager(transactions);
    configuration.setTransactionsExternallyManaged(true);
    configuration.setDataSourceJndiName(DATA_SOURCE);
    configuration.setDatabaseTablePrefix(TABLES);
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
    configuration.setExpressionManager(new NamedBeanExpressions(beans));
    configuration.setJobExecutor(new ManagedJobExecutor(threads));
    // Started by hand, once the models are deployed.
    configuration.setJobExecutorActivate(false);
    return configuration;
  }
}
