package org.didaccess.api.source;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.source.ItemQuality;
import org.didaccess.source.MonthQuality;
import org.didaccess.source.ProviderQuality;
import org.didaccess.source.ProviderStanding;
import org.didaccess.source.RecordCounts;
import org.didaccess.source.RuleCount;
import org.didaccess.source.SubmissionQuality;

/** Quality reports as CSV that programs for tables and charts take as they are. */
final class QualityCsv {

  private static final int PART = 100;

  private QualityCsv() {}

  static void write(SubmissionQuality report, OutputStream out) throws IOException {
    CsvWriter csv = writer(out);
    csv.writeRecord(
        "submission", "submitter", "month", "kind", "name", "severity", "count", "records");
    for (RuleCount rule : report.rules()) {
      line(csv, report, "rule", rule.rule(), rule.severity(), rule.count());
    }
    for (ItemQuality item : report.items()) {
      line(csv, report, "filled", item.item(), "", item.filled());
      line(csv, report, "valid", item.item(), "", item.valid());
    }
    csv.flush();
  }

  private static void line(
      CsvWriter csv,
      SubmissionQuality report,
      String kind,
      String name,
      String severity,
      long count) {
    csv.writeRecord(
        Long.toString(report.submission().id()),
        report.submission().submitter(),
        report.submission().reportingMonth().toString(),
        kind,
        name,
        severity,
        Long.toString(count),
        Long.toString(report.submission().rows()));
  }

  static void write(ProviderQuality report, OutputStream out) throws IOException {
    CsvWriter csv = writer(out);
    csv.writeRecord(
        "submitter", "month", "received_on", "punctuality", "kind", "name", "count", "records");
    for (MonthQuality month : report.months()) {
      RecordCounts records = month.records();
      line(csv, report, month, "records", "accepted", records.accepted());
      line(csv, report, month, "records", "rejected", records.rejected());
      line(csv, report, month, "findings", "warnings", records.warnings());
      line(csv, report, month, "brought", "accepted", month.brought().accepted());
      line(csv, report, month, "brought", "rejected", month.brought().rejected());
      for (RuleCount rule : month.rules()) {
        line(csv, report, month, "rule", rule.rule(), rule.count());
      }
      for (ItemQuality item : month.items()) {
        line(csv, report, month, "filled", item.item(), item.filled());
        line(csv, report, month, "valid", item.item(), item.valid());
      }
    }
    csv.flush();
  }

  private static void line(
      CsvWriter csv,
      ProviderQuality report,
      MonthQuality month,
      String kind,
      String name,
      long count) {
    csv.writeRecord(
        report.submitter(),
        month.month().toString(),
        text(month.receivedOn()),
        month.punctuality().name(),
        kind,
        name,
        Long.toString(count),
        Long.toString(month.records().rows()));
  }

  /** All providers, of which the database gives a part at a time. */
  static void write(
      YearMonth month, Function<PageRequest, Page<ProviderStanding>> providers, OutputStream out)
      throws IOException {
    CsvWriter csv = writer(out);
    csv.writeRecord(
        "month",
        "submitter",
        "name",
        "received_on",
        "punctuality",
        "records",
        "accepted",
        "rejected",
        "warnings");
    int offset = 0;
    List<ProviderStanding> part;
    do {
      part = providers.apply(new PageRequest(offset, PART)).items();
      part.forEach(provider -> line(csv, month, provider));
      offset += PART;
    } while (part.size() == PART);
    csv.flush();
  }

  private static void line(CsvWriter csv, YearMonth month, ProviderStanding provider) {
    RecordCounts records = provider.records();
    csv.writeRecord(
        month.toString(),
        provider.submitter(),
        provider.name(),
        text(provider.receivedOn()),
        provider.punctuality().name(),
        Long.toString(records.rows()),
        Long.toString(records.accepted()),
        Long.toString(records.rejected()),
        Long.toString(records.warnings()));
  }

  private static String text(LocalDate day) {
    return day == null ? "" : day.toString();
  }

  private static CsvWriter writer(OutputStream out) {
    return CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }
}
