package org.didaccess.release.bag;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.didaccess.application.Objections;
import org.didaccess.release.RefreshContent;
import org.didaccess.release.engine.CountColumns;
import org.didaccess.release.refresh.ChangeColumn;

/**
 * The proof against itself and against the data: digests recomputed from the selections that it
 * states, every released column agreed and allowed by every decision, months inside the period,
 * counts as counted.
 */
final class ProofCheck {

  private final BagScan scan;
  private final List<Verification.Finding> findings = new ArrayList<>();

  ProofCheck(BagScan scan) {
    this.scan = scan;
  }

  List<Verification.Finding> findings() {
    Optional<JsonObject> proof = scan.tag(BagNames.PROOF).flatMap(JsonText::read);
    Optional<JsonObject> data = scan.tag(BagNames.DATA_PACKAGE).flatMap(JsonText::read);
    Optional<JsonObject> schema = scan.tag(BagNames.SCHEMA).flatMap(JsonText::read);
    try {
      if (proof.isEmpty()) {
        add(BagNames.PROOF, "is not readable");
      } else if (data.isEmpty() || schema.isEmpty()) {
        add(BagNames.DATA_PACKAGE, "or its schema is not readable");
      } else {
        check(proof.get(), data.get(), schema.get());
      }
    } catch (ClassCastException
        | NullPointerException
        | DateTimeException
        | ArithmeticException malformed) {
      add(BagNames.PROOF, "or the description of the data lacks a part or has one of a wrong kind");
    }
    return findings;
  }

  private void check(JsonObject proof, JsonObject data, JsonObject schema) {
    if (!ProofJson.FORMAT.equals(proof.getString("format", ""))) {
      add(BagNames.PROOF, "is of a format that this version does not know");
      return;
    }
    checkNames(proof);
    StatedSelection agreed = selection(proof.getJsonObject("selection"), "the agreed selection");
    Set<String> released = releasedFields(schema);
    if (agreed.isOfCounts()) {
      checkIsOfCounts(released);
      released.removeAll(CountColumns.NAMES);
    }
    checkRefresh(proof, released);
    if (agreed.isOfCohort() != released.remove(StudyId.NAME) && !agreed.isOfCounts()) {
      add(BagNames.SCHEMA, "has a study id without a cohort, or a cohort without one");
    }
    checkBridge(agreed, released);
    if (!agreed.fields().containsAll(released)) {
      add(BagNames.SCHEMA, "has a column that is not in the agreed selection");
    }
    checkDecisions(proof, released);
    checkSignatures(proof);
    checkObjections(proof);
    checkPeriod(proof, agreed);
    checkCounts(proof, data);
  }

  /** What a verdict names has to be there to be named. */
  private void checkNames(JsonObject proof) {
    StatedRelease stated = StatedRelease.in(proof);
    JsonObject refresh = proof.getJsonObject("refresh");
    if (stated.release().isEmpty() || stated.agreement().isEmpty()) {
      add(BagNames.PROOF, "does not name its release and agreement");
    }
    if (isOfChanges(refresh) && stated.changesSince().isEmpty()) {
      add(BagNames.PROOF, "does not name the release that these changes follow on");
    }
  }

  private static boolean isOfChanges(JsonObject refresh) {
    return refresh != null && RefreshContent.CHANGES.code().equals(refresh.getString("content"));
  }

  /** What was agreed as counts holds counts, and no token that would make them rows. */
  private void checkIsOfCounts(Set<String> released) {
    if (!released.containsAll(CountColumns.NAMES)
        || released.contains(FieldNames.PERSON)
        || released.contains(FieldNames.RECORD)) {
      add(BagNames.SCHEMA, "holds rows where counts were agreed");
    }
  }

  /** A refresh of changes says so in a column of its own; and its list of people is as stated. */
  private void checkRefresh(JsonObject proof, Set<String> released) {
    JsonObject refresh = proof.getJsonObject("refresh");
    if (isOfChanges(refresh) != released.remove(ChangeColumn.NAME)) {
      add(BagNames.SCHEMA, "and the proof differ in whether these are changes");
    }
    boolean follows = refresh != null && refresh.containsKey("base");
    long stated = follows ? refresh.getJsonNumber("movedPeople").longValueExact() : -1;
    if (scan.rows().getOrDefault(BagNames.MOVED_PEOPLE, -1L) != stated) {
      add(BagNames.MOVED_PEOPLE, "has another number of rows than the proof states");
    }
  }

  /** A bridge has the person under both agreements, and nothing else has. */
  private void checkBridge(StatedSelection agreed, Set<String> released) {
    if (agreed.isBridge() != released.removeAll(FieldNames.BRIDGED)) {
      add(BagNames.SCHEMA, "joins tokens of two agreements without a bridge, or is one without");
    } else if (agreed.isBridge()) {
      released.add(FieldNames.PERSON);
    }
  }

  private void checkDecisions(JsonObject proof, Set<String> released) {
    JsonArray decisions = proof.getJsonArray("decisions");
    if (decisions.isEmpty()) {
      add(BagNames.PROOF, "names no decision");
    }
    for (JsonObject decision : decisions.getValuesAs(JsonObject.class)) {
      String id = decision.getString("id");
      if (!Set.of("approve", "approve-with-conditions").contains(decision.getString("outcome"))) {
        add(BagNames.PROOF, "rests on decision " + id + ", which does not approve");
      }
      StatedSelection decided =
          selection(decision.getJsonObject("selection"), "the selection of decision " + id);
      Set<String> allowed =
          allowed(decided, decision.getJsonArray("fields"), proof.getJsonObject("coarserThan"));
      if (!allowed.containsAll(released)) {
        add(BagNames.SCHEMA, "has a column that decision " + id + " does not allow");
      }
    }
  }

  /**
   * What a decision lets out: approved as it is, as the coarser field it named, or computable from
   * one of these, unless this decision struck or coarsened that very field.
   */
  private static Set<String> allowed(
      StatedSelection decided, JsonArray outcomes, JsonObject coarserThan) {
    Set<String> allowed = new HashSet<>();
    Set<String> refused = new HashSet<>();
    for (JsonObject outcome : outcomes.getValuesAs(JsonObject.class)) {
      String field = outcome.getString("field");
      String word = outcome.getString("outcome");
      if ("approve".equals(word) && decided.fields().contains(field)) {
        allowed.add(field);
      } else {
        refused.add(field);
      }
      if ("coarsen".equals(word) && decided.fields().contains(field)) {
        allowed.add(outcome.getString("coarserField"));
      }
    }
    Set<String> computable = new HashSet<>(allowed);
    boolean grown = true;
    while (grown) {
      grown = computable.addAll(oneStepCoarser(computable, coarserThan));
    }
    computable.removeAll(refused);
    allowed.addAll(computable);
    return allowed;
  }

  private static Set<String> oneStepCoarser(Set<String> fields, JsonObject coarserThan) {
    Set<String> coarser = new HashSet<>();
    for (String field : coarserThan.keySet()) {
      boolean computable =
          coarserThan.getJsonArray(field).getValuesAs(JsonString.class).stream()
              .anyMatch(finer -> fields.contains(finer.getString()));
      if (computable) {
        coarser.add(field);
      }
    }
    return coarser;
  }

  private void checkSignatures(JsonObject proof) {
    String text = proof.getJsonObject("agreement").getString("textSha256");
    JsonArray signatures = proof.getJsonArray("signatures");
    boolean same =
        signatures.getValuesAs(JsonObject.class).stream()
            .allMatch(signature -> text.equals(signature.getString("textSha256")));
    if (signatures.isEmpty() || !same) {
      add(BagNames.PROOF, "has no signature of the agreement’s text, or one of another text");
    }
  }

  /** Upheld by a list of some day, or not upheld on a known ground; older packages do not say. */
  private void checkObjections(JsonObject proof) {
    JsonObject objections = proof.getJsonObject("objections");
    if (objections == null) {
      return;
    }
    String handling = objections.getString("handling");
    if (!Objections.UPHELD.code().equals(handling)) {
      if (Stream.of(Objections.values()).noneMatch(known -> known.code().equals(handling))) {
        add(BagNames.PROOF, "gives a ground for not upholding objections that is not known");
      }
      return;
    }
    LocalDate.parse(objections.getString("asOf"));
    if (objections.getJsonNumber("list").longValueExact() < 1
        || objections.getJsonNumber("rowsLeftOut").longValueExact() < 0) {
      add(BagNames.PROOF, "does not say by which list objections were upheld");
    }
  }

  private void checkPeriod(JsonObject proof, StatedSelection agreed) {
    for (JsonObject part : proof.getJsonArray("partitions").getValuesAs(JsonObject.class)) {
      YearMonth month = YearMonth.parse(part.getString("month"));
      if (month.isBefore(YearMonth.from(agreed.from()))
          || month.isAfter(YearMonth.from(agreed.to()))) {
        add(dataFile(month), "lies outside the agreed period");
      }
    }
  }

  private void checkCounts(JsonObject proof, JsonObject data) {
    long stated = 0;
    for (JsonObject part : proof.getJsonArray("partitions").getValuesAs(JsonObject.class)) {
      String name = dataFile(YearMonth.parse(part.getString("month")));
      long rows = part.getJsonNumber("rows").longValueExact();
      stated = Math.addExact(stated, rows);
      if (scan.rows().getOrDefault(name, -1L) != rows) {
        add(name, "has another number of rows than the proof states");
      }
    }
    if (stated != proof.getJsonNumber("rows").longValueExact()
        || stated != data.getJsonNumber("rows").longValueExact()
        || stated != scan.totalRows()) {
      add(BagNames.PROOF, "and the data differ in the total number of rows");
    }
  }

  /** The file of a month in whatever format it is there. */
  private String dataFile(YearMonth month) {
    return scan.rows().keySet().stream()
        .filter(name -> name.startsWith(BagNames.DATA + month + "."))
        .findFirst()
        .orElse(BagNames.DATA + month);
  }

  private StatedSelection selection(JsonObject stated, String what) {
    String text = stated.getString("text");
    if (!Digests.sha256(text).equals(stated.getString("digest"))) {
      add(BagNames.PROOF, "states a digest that is not that of " + what);
    }
    return StatedSelection.parse(text);
  }

  /** The catalogue's code of each column: tokens stand for the field that they replace. */
  private static Set<String> releasedFields(JsonObject schema) {
    Set<String> fields = new HashSet<>();
    for (JsonValue field : schema.getJsonArray("fields")) {
      fields.add(FieldNames.fieldOf(field.asJsonObject().getString("name")));
    }
    return fields;
  }

  private void add(String file, String problem) {
    findings.add(new Verification.Finding(file, problem));
  }

  /** The parts of a canonical selection that a proof is checked by. */
  private record StatedSelection(
      Set<String> fields,
      String level,
      boolean isOfCohort,
      boolean isBridge,
      LocalDate from,
      LocalDate to) {

    boolean isOfCounts() {
      return "aggregate".equals(level);
    }

    static StatedSelection parse(String text) {
      Set<String> fields = new HashSet<>();
      Map<String, String> single = new HashMap<>();
      text.lines()
          .forEach(
              line -> {
                String[] parts = line.split("=", 2);
                if (parts.length == 2 && "field".equals(parts[0])) {
                  fields.add(parts[1]);
                } else if (parts.length == 2) {
                  single.put(parts[0], parts[1]);
                }
              });
      String[] period = single.getOrDefault("period", "").split("/", 2);
      return new StatedSelection(
          fields,
          single.getOrDefault("level", ""),
          text.lines().anyMatch(StudyId.FILTER::equals),
          single.getOrDefault("linkage", "").startsWith("bridge:"),
          LocalDate.parse(period[0]),
          LocalDate.parse(period[period.length - 1]));
    }
  }
}
