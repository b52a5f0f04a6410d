package org.didaccess.audit.application;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.didaccess.audit.CheckpointUseCases;
import org.didaccess.audit.CheckpointView;
import org.didaccess.audit.TrailAlteredException;
import org.didaccess.audit.domain.Checkpoint;
import org.didaccess.audit.domain.CheckpointSigner;
import org.didaccess.audit.domain.CheckpointStore;
import org.didaccess.audit.domain.SignedCheckpoint;
import org.didaccess.audit.domain.TrailSource;

/**
 * Signs the trail twice a minute and whenever asked. It works outside the caller's transaction: a
 * place in the tree is committed before a checkpoint speaks of it.
 */
@Singleton
@LocalBean
@Local(CheckpointUseCases.class)
@Startup
@PermitAll
@Lock(LockType.WRITE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CheckpointService implements CheckpointUseCases {

  private static final System.Logger LOG = System.getLogger(CheckpointService.class.getName());

  @Inject private TrailSource trail;
  @Inject private CheckpointStore checkpoints;
  @Inject private CheckpointSigner signer;

  private CheckpointLog log;

  @PostConstruct
  void open() {
    log = new CheckpointLog(trail, checkpoints, signer, Clock.systemUTC());
  }

  @Override
  public CheckpointView checkpointNow() {
    return view(signed());
  }

  /** The newest checkpoint with its signature, for the export. */
  public SignedCheckpoint signed() {
    return log.checkpoint();
  }

  @Override
  @Lock(LockType.READ)
  public String signerKey() {
    return signer.signerKey().text();
  }

  @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
  void everyHalfMinute() {
    try {
      log.checkpoint();
    } catch (TrailAlteredException e) {
      LOG.log(System.Logger.Level.ERROR, e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "No checkpoint this time; the next is due shortly", e);
    }
  }

  private static CheckpointView view(SignedCheckpoint signed) {
    Checkpoint checkpoint = signed.checkpoint();
    return new CheckpointView(checkpoint.size(), checkpoint.time(), signed.note());
  }
}
