package org.didaccess.release.application;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.didaccess.audit.CheckpointUseCases;
import org.didaccess.catalogue.CatalogueUseCases;
import org.didaccess.pseudonym.KeyWrapping;
import org.didaccess.pseudonym.SigningKeys;
import org.didaccess.release.domain.ColumnCheck;
import org.didaccess.release.domain.Comparison;
import org.didaccess.release.domain.DisclosureCheck;
import org.didaccess.release.domain.ObjectionsOf;
import org.didaccess.release.domain.ReleaseFolders;
import org.didaccess.release.domain.ReleaseLedger;
import org.didaccess.release.domain.RunKeys;
import org.didaccess.release.domain.RunPlans;
import org.didaccess.release.domain.SourceMonths;
import org.didaccess.release.engine.EngineSettings;
import org.didaccess.release.engine.PartitionLog;

/** Gathers what a preparation works with in the server. */
@Dependent
public class PreparationParts {

  @Resource(lookup = "java:jboss/datasources/DidRelease")
  private DataSource source;

  @Inject private PartitionLog log;
  @Inject private RunPlans plans;
  @Inject private DisclosureCheck disclosureCheck;
  @Inject private ObjectionsOf objections;
  @Inject private Comparison comparison;
  @Inject private SourceMonths sourceMonths;
  @Inject private ColumnCheck columnCheck;
  @Inject private ReleaseLedger ledger;
  @Inject private ReleaseFolders folders;
  @Inject private RunKeys keys;
  @Inject private SigningKeys signingKeys;
  @Inject private KeyWrapping wrapping;
  @Inject private CheckpointUseCases checkpoints;
  @Inject private CatalogueUseCases catalogue;

  /** Which months are free, held or finished. */
  PartitionLog log() {
    return log;
  }

  Preparation.Parts with(ExecutorService executor) {
    return new Preparation.Parts(
        source,
        EngineSettings.ofPackages(folders.spill()),
        executor,
        log,
        plans,
        disclosureCheck,
        objections,
        comparison,
        sourceMonths,
        columnCheck,
        ledger,
        folders,
        keys,
        signingKeys,
        wrapping,
        checkpoints,
        catalogue);
  }
}
