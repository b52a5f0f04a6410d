package org.didaccess.release.application;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.didaccess.audit.CheckpointUseCases;
import org.didaccess.catalogue.CatalogueUseCases;
import org.didaccess.pseudonym.KeyWrapping;
import org.didaccess.pseudonym.ReleaseKeys;
import org.didaccess.pseudonym.SigningKeys;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.ExtractReference;
import org.didaccess.release.HandledObjections;
import org.didaccess.release.bag.DataSinks;
import org.didaccess.release.bag.MovedPeopleFile;
import org.didaccess.release.bag.PackageDescription;
import org.didaccess.release.bag.PackageFile;
import org.didaccess.release.bag.PackageWriter;
import org.didaccess.release.bag.Refreshed;
import org.didaccess.release.bag.ReleaseProof;
import org.didaccess.release.bag.RowSample;
import org.didaccess.release.domain.ColumnCheck;
import org.didaccess.release.domain.Comparison;
import org.didaccess.release.domain.Disclosure;
import org.didaccess.release.domain.DisclosureCheck;
import org.didaccess.release.domain.Extract;
import org.didaccess.release.domain.ObjectionsOf;
import org.didaccess.release.domain.PreparedPackage;
import org.didaccess.release.domain.ReleaseFolders;
import org.didaccess.release.domain.ReleaseLedger;
import org.didaccess.release.domain.RunKeys;
import org.didaccess.release.domain.RunPlans;
import org.didaccess.release.domain.RunPurposes;
import org.didaccess.release.domain.SourceMonths;
import org.didaccess.release.domain.StoredRefresh;
import org.didaccess.release.engine.EngineSettings;
import org.didaccess.release.engine.Months;
import org.didaccess.release.engine.PartitionLog;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.ReleaseEngine;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.release.engine.RunControl;
import org.didaccess.release.engine.WrittenPartition;
import org.didaccess.release.refresh.MovedPeople;
import org.didaccess.release.refresh.RefreshPlan;
import org.didaccess.release.refresh.RefreshSink;

/**
 * Does the work of one run: reads what the guard opens, writes the months, packs, signs, encrypts.
 * Every step can be repeated: finished months are kept, and the package replaces one that was never
 * recorded.
 */
final class Preparation {

  /** Version of this product. */
  static final String PRODUCT_VERSION = "1.0.0";

  private final Parts parts;

  Preparation(Parts parts) {
    this.parts = parts;
  }

  /**
   * Writes the package of an extract, which gets its name with its record.
   *
   * @return what was written, or nothing when the control asked to stop
   */
  Optional<PackedRun> write(Extract extract, RunControl control) throws IOException {
    Path stage = parts.folders().stage(extract.id());
    Optional<RefreshPlan> refresh = extract.refresh().map(kept -> refreshPlan(extract, kept));
    ReleasePlan begun = plan(extract, refresh);
    List<ReleaseColumn> columns = refresh.map(kept -> kept.written(begun)).orElse(begun.columns());
    Optional<List<WrittenPartition>> written =
        writeAll(extract, stage, months(extract, begun, columns, refresh, stage), control);
    return written.isEmpty()
        ? Optional.empty()
        : Optional.of(finish(extract, refresh, begun, columns, written.get()));
  }

  /** Makes the package of all months, and what the second person looks at. */
  private PackedRun finish(
      Extract extract,
      Optional<RefreshPlan> refresh,
      ReleasePlan begun,
      List<ReleaseColumn> columns,
      List<WrittenPartition> months)
      throws IOException {
    Path stage = parts.folders().stage(extract.id());
    ReleasePlan plan = begun.over(months.stream().map(WrittenPartition::month).toList());
    if (refresh.isPresent()) {
      refresh.get().now().complete(plan.partitions());
    }
    Disclosure disclosure = parts.disclosureCheck().of(plan);
    HandledObjections objections = parts.objections().run(plan);
    parts.comparison().compare(plan);
    Refreshed refreshed =
        refresh.isPresent() ? refreshed(extract, refresh.get(), stage, plan) : null;
    PackageFile written = pack(extract, plan, columns, objections, stage, months, refreshed);
    long rows = months.stream().mapToLong(WrittenPartition::rows).sum();
    PreparedPackage prepared =
        new PreparedPackage(
            rows,
            written.bytes(),
            written.sha256(),
            disclosure,
            objections,
            parts.sourceMonths().of(plan),
            parts.columnCheck().of(plan),
            CheckSample.wrap(parts.wrapping(), extract.id(), RowSample.of(stage, columns, months)),
            refresh.isPresent() ? refresh.get().figures(plan.partitions()) : null);
    return new PackedRun(prepared, written.path(), target(extract));
  }

  /** Every month's file is here at the end; what was written before is read to its last byte. */
  private static Optional<List<WrittenPartition>> writeAll(
      Extract extract, Path stage, Months months, RunControl control) throws IOException {
    ExtractFormat format = extract.format();
    return months.writeAll(
        control,
        finished -> lost(finished, month -> DataSinks.isWhole(format, stage, month)),
        finished -> lost(finished, month -> DataSinks.isThere(format, stage, month)));
  }

  private static List<YearMonth> lost(List<WrittenPartition> finished, StandingFile file)
      throws IOException {
    List<YearMonth> lost = new ArrayList<>();
    for (WrittenPartition month : finished) {
      if (!file.stands(month)) {
        lost.add(month.month());
      }
    }
    return lost;
  }

  /** How closely the file of a month is looked at. */
  @FunctionalInterface
  private interface StandingFile {
    boolean stands(WrittenPartition month) throws IOException;
  }

  /** Writes a part of the months of a run that another server drives, and packs nothing. */
  void help(Extract extract, RunControl control) throws IOException {
    Optional<RefreshPlan> refresh = extract.refresh().map(kept -> refreshPlan(extract, kept));
    ReleasePlan plan = plan(extract, refresh);
    List<ReleaseColumn> columns = refresh.map(kept -> kept.written(plan)).orElse(plan.columns());
    months(extract, plan, columns, refresh, parts.folders().stage(extract.id())).writeSome(control);
  }

  private ReleasePlan plan(Extract extract, Optional<RefreshPlan> refresh) throws IOException {
    ReleasePlan approved = parts.plans().plan(extract.id(), runToken(extract));
    return refresh.isPresent() ? refresh.get().over(approved) : approved;
  }

  private RefreshPlan refreshPlan(Extract extract, StoredRefresh refresh) {
    return new RefreshPlan(
        refresh.content(),
        refresh.base().map(parts.folders()::holding),
        parts.folders().holding(extract.id()));
  }

  private Refreshed refreshed(Extract extract, RefreshPlan refresh, Path stage, ReleasePlan plan)
      throws IOException {
    Optional<UUID> base = extract.refresh().orElseThrow().base();
    return new Refreshed(
        refresh.content(),
        base.map(ExtractReference::of).orElse(null),
        base.isEmpty()
            ? null
            : MovedPeopleFile.write(
                stage, new MovedPeople(refresh), plan.partitions(), parts.settings()));
  }

  /** Where the months of the run are written, and what of them is still to do. */
  private Months months(
      Extract extract,
      ReleasePlan plan,
      List<ReleaseColumn> columns,
      Optional<RefreshPlan> refresh,
      Path stage)
      throws IOException {
    ReleaseEngine engine = new ReleaseEngine(parts.source(), parts.settings(), parts.executor());
    PartitionSink files = DataSinks.sampled(extract.format(), stage, columns);
    ReleaseKeys keys = parts.keys().of(plan, extract.agreementId(), extract.recipientId());
    if (refresh.isEmpty()) {
      return new Months(engine, plan, keys, parts.log(), files);
    }
    refresh.get().now().prepare();
    RefreshSink sink = new RefreshSink(refresh.get(), plan, files);
    return new Months(engine, sink.reading(plan), keys, parts.log(), sink);
  }

  private PackageFile pack(
      Extract extract,
      ReleasePlan plan,
      List<ReleaseColumn> columns,
      HandledObjections objections,
      Path stage,
      List<WrittenPartition> months,
      Refreshed refreshed)
      throws IOException {
    ReleaseLedger.RunSubject subject = parts.ledger().subject(extract.id());
    ReleaseProof proof =
        parts.ledger().proof(extract.id(), objections, parts.checkpoints().checkpointNow().note());
    PackageDescription description =
        new PackageDescription(
            extract.reference(),
            parts.catalogue().dataSet(subject.dataSet()).title(),
            subject.agreementReference(),
            PRODUCT_VERSION,
            extract.format(),
            DescribedColumns.of(
                columns,
                parts.catalogue().fields(subject.dataSet(), subject.version()),
                plan.isBridge() ? parts.plans().bridge(plan) : Map.of()),
            months,
            refreshed);
    Path target = target(extract);
    Files.createDirectories(target.getParent());
    return new PackageWriter(parts.signingKeys().signingKey())
        .writeUnnamed(
            description,
            proof,
            stage,
            extract.recipientKey(),
            LocalDate.ofInstant(extract.orderedAt(), ZoneOffset.UTC),
            target);
  }

  private Path target(Extract extract) {
    return parts.folders().packageFile(extract.id(), extract.reference(), extract.recipientKey());
  }

  private String runToken(Extract extract) {
    byte[] token =
        parts.wrapping().unwrap(extract.wrappedRunToken(), RunPurposes.token(extract.id()));
    return new String(token, StandardCharsets.US_ASCII);
  }

  /** What a preparation works with. */
  record Parts(
      DataSource source,
      EngineSettings settings,
      ExecutorService executor,
      PartitionLog log,
      RunPlans plans,
      DisclosureCheck disclosureCheck,
      ObjectionsOf objections,
      Comparison comparison,
      SourceMonths sourceMonths,
      ColumnCheck columnCheck,
      ReleaseLedger ledger,
      ReleaseFolders folders,
      RunKeys keys,
      SigningKeys signingKeys,
      KeyWrapping wrapping,
      CheckpointUseCases checkpoints,
      CatalogueUseCases catalogue) {}
}
