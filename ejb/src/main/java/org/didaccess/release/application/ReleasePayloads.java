package org.didaccess.release.application;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.UUID;
import org.didaccess.release.OrderExtract;
import org.didaccess.release.OrderRefreshes;
import org.didaccess.release.RefreshContent;
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

  static String orderRefreshes(UUID standingOrder, OrderRefreshes command) {
    return Json.createObjectBuilder()
        .add("standing_order", standingOrder.toString())
        .add("agreement", command.agreement().toString())
        .add("recipient_organisation", command.recipientOrganisation().toString())
        .add("recipient_key", command.recipientKey())
        .add("requested_by", command.requestedBy().toString())
        .add("content", command.content().code())
        .add("day_of_month", command.dayOfMonth())
        .build()
        .toString();
  }

  static String orderRefresh(
      UUID run, UUID standingOrder, RefreshContent content, Optional<UUID> base, RunToken token) {
    JsonObjectBuilder order =
        Json.createObjectBuilder()
            .add("run", run.toString())
            .add("standing_order", standingOrder.toString())
            .add("content", content.code())
            .add("run_token_sha256", token.sha256());
    base.ifPresent(given -> order.add("base", given.toString()));
    return order.build().toString();
  }

  static String checkRefresh(Extract extract) {
    return Json.createObjectBuilder()
        .add("run", extract.id().toString())
        .add("package_sha256", extract.prepared().orElseThrow().sha256())
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
