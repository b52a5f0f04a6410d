package org.didaccess.launcher;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintStream;
import java.util.Locale;
import org.didaccess.source.CheckReport;
import org.didaccess.source.LoadReceipt;
import org.didaccess.source.StoredSubmission;
import org.didaccess.source.domain.Rule;
import org.didaccess.source.domain.RuleBook;
import org.didaccess.source.infrastructure.RuleFile;

/** Tells what a check or a load found, to a person or to a program. */
final class ReportText {

  private ReportText() {}

  static void print(PrintStream out, CheckReport report) {
    String outcome = report.outcome().name().toLowerCase(Locale.UK).replace('_', ' ');
    out.printf(
        Locale.UK,
        "%s: %,d rows, %,d accepted, %,d rejected, %,d warnings (reference %s)%n",
        outcome,
        report.rows(),
        report.accepted(),
        report.rejected(),
        report.warnings(),
        report.referenceVersion());
    if (report.reason() != null) {
      out.println("  " + report.reason());
    }
    RuleBook rules = RuleFile.book();
    report
        .findings()
        .forEach(
            (id, count) -> {
              Rule rule = rules.rule(id);
              out.printf(Locale.UK, "  %s %,9d  %s%n", id, count, rule.wording());
            });
  }

  static void print(PrintStream out, StoredSubmission stored) {
    if (stored.alreadyLoaded()) {
      out.println("  loaded before as submission " + stored.id() + "; nothing changed");
      return;
    }
    out.printf(
        Locale.UK,
        "  stored as submission %d: %,d rows, %,d earlier ones replaced%n",
        stored.id(),
        stored.rows(),
        stored.replacedRows());
    if (stored.supersededRows() > 0) {
      out.printf(
          Locale.UK,
          "  %,d rows do not count: a submission received later has them%n",
          stored.supersededRows());
    }
    if (stored.ambiguousRows() > 0) {
      out.printf(
          Locale.UK,
          "  %,d rows share birth date, gender and postcode with several people and stand alone%n",
          stored.ambiguousRows());
    }
  }

  static JsonObjectBuilder json(CheckReport report) {
    JsonObjectBuilder findings = Json.createObjectBuilder();
    report.findings().forEach(findings::add);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("outcome", report.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .add("rows", report.rows())
            .add("accepted", report.accepted())
            .add("rejected", report.rejected())
            .add("warnings", report.warnings())
            .add("findings", findings)
            .add("reference", report.referenceVersion());
    if (report.reason() != null) {
      json.add("reason", report.reason());
    }
    return json;
  }

  static JsonObjectBuilder json(LoadReceipt receipt) {
    JsonObjectBuilder json = json(receipt.check());
    receipt
        .stored()
        .ifPresent(
            stored ->
                json.add("submission", stored.id())
                    .add("already_loaded", stored.alreadyLoaded())
                    .add("stored", stored.rows())
                    .add("replaced", stored.replacedRows())
                    .add("superseded", stored.supersededRows())
                    .add("ambiguous", stored.ambiguousRows()));
    return json;
  }
}
