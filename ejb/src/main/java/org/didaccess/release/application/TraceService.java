package org.didaccess.release.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.didaccess.identity.Roles;
import org.didaccess.pseudonym.KeyStoreException;
import org.didaccess.pseudonym.WatermarkKeys;
import org.didaccess.release.TraceReport;
import org.didaccess.release.TraceUseCases;
import org.didaccess.release.domain.ReleaseLedger;
import org.didaccess.release.trace.LeakTracer;
import org.didaccess.shared.IllegalMove;
import org.didaccess.shared.InvalidInput;

/** Traces outside a transaction: a large file would outlast it. The record has one of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TraceService implements TraceUseCases {

  private static final Logger LOG = Logger.getLogger(TraceService.class.getName());

  @Inject private ReleaseLedger ledger;
  @Inject private WatermarkKeys keys;
  @Inject private TraceRecord record;

  @Override
  @RolesAllowed({Roles.DATA_MANAGER, Roles.AUDITOR})
  public TraceReport trace(InputStream leaked) {
    TraceReport report = read(leaked);
    if (report.tokensRead() == 0) {
      throw new InvalidInput("file", TraceReport.NO_TOKENS);
    }
    record.keep(report);
    return report;
  }

  private TraceReport read(InputStream leaked) {
    try {
      return new LeakTracer(ledger.recipients(), keys::of).trace(leaked);
    } catch (IOException cut) {
      throw new UncheckedIOException("The file could not be read to its end.", cut);
    } catch (KeyStoreException missing) {
      LOG.log(Level.WARNING, "A file could not be traced", missing);
      throw new IllegalMove(
          "The secret of the marks cannot be read. If releases were prepared before, have the key store"
              + " restored; if not, nothing was marked yet.");
    }
  }
}
