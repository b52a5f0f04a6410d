package org.didaccess.release.application;

import jakarta.json.Json;
import java.util.UUID;
import org.didaccess.release.OrderExtract;
import org.didaccess.release.domain.Extract;

/** The exact texts that a person authorises. */
final class ReleasePayloads {

  private ReleasePayloads() {}

  static String order(UUID run, OrderExtract command, RunToken token) {
    return Json.createObjectBuilder()
        .add("run", run.toString())
        .add("agreement", command.agreement().toString())
        .add("recipient_organisation", command.recipientOrganisation().toString())
        .add("recipient_key", command.recipientKey())
        .add("requested_by", command.requestedBy().toString())
        .add("run_token_sha256", token.sha256())
        .add("kind", "extract")
        .build()
        .toString();
  }

  static String publish(Extract extract, long singledOut) {
    return Json.createObjectBuilder()
        .add("run", extract.id().toString())
        .add("package_sha256", extract.prepared().orElseThrow().sha256())
        .add("accepted_singled_out", Long.toString(singledOut))
        .build()
        .toString();
  }
}
