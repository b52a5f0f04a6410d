package org.didaccess.release.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.didaccess.audit.AuditRecorder;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.release.Download;
import org.didaccess.release.DownloadLink;
import org.didaccess.release.domain.Extract;
import org.didaccess.release.domain.ExtractRepository;
import org.didaccess.release.domain.IssuedLink;
import org.didaccess.release.domain.PreparedPackage;
import org.didaccess.release.domain.ReleaseFolders;
import org.didaccess.release.domain.ReleaseGuard;
import org.didaccess.release.domain.ReleaseLedger;
import org.didaccess.shared.Ids;
import org.didaccess.shared.IllegalMove;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Sha256;

/** Links for recipients: given to a named person, good for a day, logged each time. */
@Dependent
public class Downloads {

  private static final String CHAIN = "release";

  @Inject private ExtractRepository extracts;
  @Inject private ExtractVisibility visibility;
  @Inject private ReleaseGuard guard;
  @Inject private ReleaseLedger ledger;
  @Inject private ReleaseFolders folders;
  @Inject private CurrentPerson caller;
  @Inject private AuditRecorder audit;
  @Inject private Clock clock;

  DownloadLink issue(UUID id) {
    Extract extract =
        extracts
            .find(id)
            .filter(found -> visibility.isRecipient(found, caller.id()))
            .orElseThrow(() -> new NotFound("extract"));
    Instant now = clock.instant();
    if (!extract.isOfferedAt(now)) {
      throw new IllegalMove("This extract is not offered for download now.");
    }
    demandInForce(extract);
    RunToken token = RunToken.random();
    IssuedLink link = new IssuedLink(Ids.next(), id, caller.id(), token.sha256(), now);
    extracts.add(link);
    record(extract, "link-issued", link);
    return new DownloadLink(id, token.text(), link.expiresAt());
  }

  Download open(String token) {
    Instant now = clock.instant();
    IssuedLink link =
        extracts
            .link(Sha256.hex(token))
            .filter(found -> found.isGoodAt(now) && found.isFor(caller.id()))
            .orElseThrow(() -> new NotFound("link"));
    Extract extract =
        extracts
            .lock(link.extractId())
            .filter(found -> found.isOfferedAt(now) && visibility.isRecipient(found, caller.id()))
            .orElseThrow(() -> new NotFound("link"));
    demandInForce(extract);
    PreparedPackage prepared = extract.prepared().orElseThrow();
    extract.fetched(now);
    record(extract, "downloaded", link);
    Path file = file(extract);
    return new Download(file.getFileName().toString(), prepared.bytes(), prepared.sha256(), file);
  }

  /** A published package stays where it is while an agreement that it left under is stopped. */
  private void demandInForce(Extract extract) {
    for (UUID agreement : ledger.agreementsOf(extract.id())) {
      if (!guard.isInForce(agreement)) {
        throw new IllegalMove(
            agreement.equals(extract.agreementId())
                ? "The agreement is not active now, so its package cannot be downloaded. Open the"
                    + " agreement to see why."
                : "An agreement that this package joins to another is not active now, so it cannot"
                    + " be downloaded.");
      }
    }
  }

  /** The file on disk is the one that was prepared, byte for byte. */
  void checkIntact(Extract extract) {
    try {
      String expected = extract.prepared().orElseThrow().sha256();
      if (!expected.equals(FileDigest.sha256(file(extract)))) {
        throw new IllegalMove(
            "The package on disk is not the one that was prepared. Cancel this extract and order it again.");
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The package cannot be read.", unreadable);
    }
  }

  private Path file(Extract extract) {
    return folders.packageFile(extract.id(), extract.reference(), extract.recipientKey());
  }

  private void record(Extract extract, String act, IssuedLink link) {
    audit.record(
        CHAIN,
        extract.id().toString(),
        act,
        link.personId(),
        Json.createObjectBuilder().add("link", link.id().toString()).build());
  }
}
