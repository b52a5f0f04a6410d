package org.didaccess.release.bag;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.TreeMap;
import java.util.UUID;
import org.didaccess.release.HandledObjections;
import org.didaccess.release.engine.WrittenPartition;

/** Writes the proof as JSON, format {@code did-proof/1}. */
final class ProofJson {

  static final String FORMAT = "did-proof/1";

  private ProofJson() {}

  static byte[] write(ReleaseProof proof, PackageDescription description) {
    JsonObjectBuilder whole =
        Json.createObjectBuilder()
            .add("format", FORMAT)
            .add("run", text(proof.run()))
            .add("preparedBy", text(proof.preparedBy()))
            .add("recipient", text(proof.recipient()))
            .add("agreement", agreement(proof.agreement()))
            .add("selection", selection(proof.selection()))
            .add("decisions", decisions(proof))
            .add("coarserThan", coarserThan(proof))
            .add("signatures", signatures(proof))
            .add("objections", objections(proof.objections()))
            .add("rows", description.rows())
            .add("partitions", partitions(description))
            .add("auditCheckpoint", proof.checkpoint())
            .add("guardFingerprint", proof.guardFingerprint());
    if (description.refreshed() != null) {
      whole.add("refresh", refresh(description.refreshed()));
    }
    return JsonText.write(whole.build());
  }

  private static JsonObjectBuilder refresh(Refreshed refreshed) {
    JsonObjectBuilder object =
        Json.createObjectBuilder().add("content", refreshed.content().code());
    return refreshed.base() == null
        ? object
        : object
            .add("base", refreshed.base())
            .add("movedPeople", refreshed.moved().rows())
            .add("movedPeopleSha512", refreshed.moved().sha512());
  }

  private static JsonObjectBuilder agreement(ReleaseProof.Agreement agreement) {
    return Json.createObjectBuilder()
        .add("id", text(agreement.id()))
        .add("reference", agreement.reference())
        .add("startsOn", agreement.startsOn().toString())
        .add("endsOn", agreement.endsOn().toString())
        .add("textSha256", agreement.textSha256());
  }

  private static JsonObjectBuilder selection(ReleaseProof.Selection selection) {
    return Json.createObjectBuilder()
        .add("text", selection.text())
        .add("digest", selection.digest());
  }

  private static JsonArrayBuilder decisions(ReleaseProof proof) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (ReleaseProof.Decision decision : proof.decisions()) {
      array.add(
          Json.createObjectBuilder()
              .add("id", text(decision.id()))
              .add("controllership", text(decision.controllership()))
              .add("holder", text(decision.holder()))
              .add("outcome", decision.outcome())
              .add("decidedBy", text(decision.decidedBy()))
              .add("at", decision.at().toString())
              .add("selection", selection(decision.selection()))
              .add("fields", fields(decision)));
    }
    return array;
  }

  private static JsonArrayBuilder fields(ReleaseProof.Decision decision) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (ReleaseProof.FieldOutcome field : decision.fields()) {
      JsonObjectBuilder outcome =
          Json.createObjectBuilder().add("field", field.field()).add("outcome", field.outcome());
      if (field.coarserField() != null) {
        outcome.add("coarserField", field.coarserField());
      }
      array.add(outcome);
    }
    return array;
  }

  private static JsonObjectBuilder coarserThan(ReleaseProof proof) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    new TreeMap<>(proof.coarserThan())
        .forEach((field, finer) -> object.add(field, Json.createArrayBuilder(finer)));
    return object;
  }

  private static JsonArrayBuilder signatures(ReleaseProof proof) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (ReleaseProof.AgreementSignature signature : proof.signatures()) {
      array.add(
          Json.createObjectBuilder()
              .add("organisation", text(signature.organisation()))
              .add("person", text(signature.person()))
              .add("textSha256", signature.textSha256())
              .add("at", signature.at().toString()));
    }
    return array;
  }

  /** The list's digest is not told: of a short list it would give the numbers away. */
  private static JsonObjectBuilder objections(HandledObjections objections) {
    JsonObjectBuilder object =
        Json.createObjectBuilder().add("handling", objections.handling().code());
    return objections.upheld()
        ? object
            .add("list", objections.list())
            .add("asOf", objections.asOf().toString())
            .add("rowsLeftOut", objections.withheldRows())
        : object;
  }

  private static JsonArrayBuilder partitions(PackageDescription description) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (WrittenPartition partition : description.partitions()) {
      array.add(
          Json.createObjectBuilder()
              .add("month", partition.month().toString())
              .add("rows", partition.rows())
              .add("sha512", partition.sha512()));
    }
    return array;
  }

  private static String text(UUID id) {
    return id.toString();
  }
}
