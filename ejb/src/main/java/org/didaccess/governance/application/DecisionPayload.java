package org.didaccess.governance.application;

import java.util.List;
import java.util.UUID;
import org.didaccess.application.SelectionView;
import org.didaccess.governance.Decide;
import org.didaccess.governance.domain.DecisionRules;
import org.didaccess.governance.domain.Words;
import org.didaccess.shared.Ids;
import org.didaccess.shared.Payload;

/** The exact text that a chair authorises. */
final class DecisionPayload {

  private DecisionPayload() {}

  static String of(UUID id, Decide command, SelectionView asked) {
    Payload payload =
        new Payload()
            .with("decision", id)
            .with("version", command.versionId())
            .with("selection", asked.id())
            .with("digest", command.digest() == null ? "" : command.digest())
            .with("controllership", command.controllershipId())
            .with("outcome", Words.of(command.outcome()))
            .with("reason", command.reason().strip())
            .withAll("conditions", conditions(command));
    return (command.outcome().approves()
            ? payload.withAll("fields", fields(command, asked))
            : payload)
        .text();
  }

  private static List<Payload> fields(Decide command, SelectionView asked) {
    return DecisionRules.complete(command, asked).stream()
        .map(
            field ->
                new Payload()
                    .with("field", field.field())
                    .with("outcome", Words.of(field.outcome()))
                    .with("coarser", field.coarser()))
        .toList();
  }

  private static List<Payload> conditions(Decide command) {
    return command.conditions().stream()
        .map(
            condition ->
                new Payload()
                    .with("id", Ids.next())
                    .with("text", condition.text().strip())
                    .with("precedent", condition.precedent()))
        .toList();
  }
}
