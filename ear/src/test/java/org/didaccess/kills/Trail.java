package org.didaccess.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.didaccess.audit.application.OfflineCheck;
import org.didaccess.audit.domain.MalformedCheckpointException;
import org.didaccess.audit.domain.SignedCheckpoint;
import org.didaccess.audit.domain.SignerKey;
import org.didaccess.audit.domain.TrailVerdict;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.AuditDesk;

/**
 * The audit trail as an auditor proves it: with a checkpoint that was taken home before the kill.
 *
 * @param desk the auditor's
 * @param kept the checkpoint
 * @param signer the key that was taken home with it
 */
record Trail(AuditDesk desk, SignedCheckpoint kept, SignerKey signer) {

  static Trail kept(RunningProduct product) throws MalformedCheckpointException {
    AuditDesk desk = new AuditDesk(product);
    return new Trail(
        desk, SignedCheckpoint.parse(desk.checkpoint()), SignerKey.parse(desk.signerKey()));
  }

  /** Nothing that was signed before is changed or missing, and what came since fits. */
  void mustProve(Path folder) throws IOException {
    Path export = desk.export(folder.resolve("audit-trail.ndjson"));
    try (BufferedReader rows = Files.newBufferedReader(export)) {
      TrailVerdict verdict = new OfflineCheck(List.of(kept), Optional.of(signer)).check(rows);
      assertThat(verdict.problems()).isEmpty();
      assertThat(verdict.intact()).isTrue();
      assertThat(verdict.provenRows()).isGreaterThanOrEqualTo(kept.checkpoint().size());
    }
  }
}
