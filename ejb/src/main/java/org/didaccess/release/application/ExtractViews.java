package org.didaccess.release.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.identity.Directory;
import org.didaccess.identity.Roles;
import org.didaccess.pseudonym.KeyWrapping;
import org.didaccess.release.CheckFindings;
import org.didaccess.release.ExtractReference;
import org.didaccess.release.ExtractStatus;
import org.didaccess.release.ExtractSummary;
import org.didaccess.release.ExtractView;
import org.didaccess.release.HeldComparison;
import org.didaccess.release.MonthRows;
import org.didaccess.release.MonthShare;
import org.didaccess.release.RefreshView;
import org.didaccess.release.RunProgress;
import org.didaccess.release.domain.Comparison;
import org.didaccess.release.domain.Disclosure;
import org.didaccess.release.domain.Extract;
import org.didaccess.release.domain.ExtractMove;
import org.didaccess.release.domain.ExtractRepository;
import org.didaccess.release.domain.ExtractStates;
import org.didaccess.release.domain.PartitionProgress;
import org.didaccess.release.domain.PreparedPackage;
import org.didaccess.release.domain.ReleaseLedger;
import org.didaccess.release.domain.SourceMonth;
import org.didaccess.release.domain.StoredRefresh;
import org.didaccess.release.domain.TwoPersonPolicy;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.shared.StateTable;
import org.didaccess.shared.TurnView;
import org.didaccess.source.WithdrawnRows;

/** Builds what pages show of extracts, for who may see them. */
@Dependent
public class ExtractViews {

  @Inject private ExtractRepository extracts;
  @Inject private ExtractVisibility visibility;
  @Inject private PartitionProgress partitions;
  @Inject private ReleaseLedger ledger;
  @Inject private WithdrawnRows withdrawn;
  @Inject private Directory directory;
  @Inject private KeyWrapping wrapping;
  @Inject private Comparison comparison;
  @Inject private CurrentPerson caller;
  @Inject private Clock clock;

  Page<ExtractSummary> page(PageRequest page) {
    Page<Extract> found =
        visibility.seesAll()
            ? extracts.all(page)
            : extracts.of(ledger.runsReceivedBy(caller.id()), page);
    return found.map(this::summary);
  }

  RunProgress<ExtractStatus> progress(UUID id) {
    return progress(visible(id));
  }

  CheckFindings findings(UUID id) {
    return findings(visible(id));
  }

  ExtractView view(UUID id) {
    Extract extract = visible(id);
    UUID person = caller.id();
    boolean manager = caller.has(Roles.DATA_MANAGER);
    boolean recaller = manager || caller.has(Roles.OFFICER);
    PreparedPackage prepared = extract.prepared().orElse(null);
    return new ExtractView(
        extract.id(),
        extract.reference(),
        extract.agreementId(),
        ledger.subject(extract.id()).agreementReference(),
        ledger.organisationName(extract.recipientId()),
        extract.status(),
        extract.status().label(),
        progress(extract),
        manager && prepared != null ? findings(extract) : null,
        extract.refresh().map(ExtractViews::refresh).orElse(null),
        prepared == null ? null : prepared.objections(),
        prepared == null ? null : prepared.bytes(),
        prepared == null ? null : prepared.sha256(),
        nameOf(extract.preparedBy()),
        nameOf(extract.checkedBy()),
        extract.checkNote(),
        nameOf(extract.publishedBy()),
        extract.offeredUntil(),
        extract.reason(),
        nameOf(extract.destroyedBy()),
        extract.destructionStatement(),
        withdrawn.heldBy(extract.id()),
        withdrawn.reasons(extract.id()),
        extract.orderedAt(),
        extract.version(),
        turn(extract),
        manager && extract.may(ExtractMove.CHECK) && TwoPersonPolicy.mayCheck(extract, person),
        manager && extract.may(ExtractMove.PUBLISH) && TwoPersonPolicy.mayPublish(extract, person),
        manager && extract.may(ExtractMove.PAUSE),
        manager && extract.may(ExtractMove.RESUME),
        manager && extract.may(ExtractMove.CANCEL),
        recaller && extract.may(ExtractMove.RECALL),
        extract.isOfferedAt(clock.instant()) && visibility.isRecipient(extract, person),
        extract.may(ExtractMove.CONFIRM_DESTROYED) && visibility.isRecipient(extract, person));
  }

  private static RefreshView refresh(StoredRefresh refresh) {
    UUID base = refresh.base().orElse(null);
    return new RefreshView(
        refresh.standingOrder(),
        refresh.content(),
        refresh.content().label(),
        base,
        base == null ? null : ExtractReference.of(base),
        refresh.figures().orElse(null));
  }

  private String nameOf(UUID person) {
    return person == null ? null : directory.person(person).name();
  }

  private Extract visible(UUID id) {
    return extracts.find(id).filter(visibility::sees).orElseThrow(() -> new NotFound("extract"));
  }

  private ExtractSummary summary(Extract extract) {
    return new ExtractSummary(
        extract.id(),
        extract.reference(),
        extract.agreementId(),
        extract.status(),
        extract.status().label(),
        extract.orderedAt(),
        turn(extract));
  }

  private RunProgress<ExtractStatus> progress(Extract extract) {
    return partitions.progress(
        extract.id(), extract.status(), extract.workedOnSince(), clock.instant());
  }

  private CheckFindings findings(Extract extract) {
    List<MonthRows> months = partitions.of(extract.id());
    PreparedPackage prepared = extract.prepared().orElseThrow(() -> new NotFound("finding"));
    Disclosure disclosure = prepared.disclosure();
    List<HeldComparison> held = comparison.of(extract.id());
    BesidePrevious beside =
        extracts
            .previousOf(extract)
            .map(before -> BesidePrevious.of(extract, before, of -> partitions.of(of.id())))
            .orElse(BesidePrevious.NONE);
    List<String> messages =
        messages(extract, months, prepared.rows(), disclosure, isMarked(extract));
    messages.addAll(beside.messages());
    return new CheckFindings(
        months,
        prepared.rows(),
        disclosure.quasiIdentifiers(),
        disclosure.smallestGroup(),
        disclosure.smallGroups(),
        extract.isOfChanges() ? List.of() : shares(prepared.source(), months),
        prepared.columns(),
        held,
        singledOut(held),
        beside.previous(),
        beside.changes(),
        CheckSample.unwrap(wrapping, extract.id(), prepared.wrappedSample()),
        messages);
  }

  private boolean isMarked(Extract extract) {
    return ledger.subject(extract.id()).marked();
  }

  /** Up to how many people could be singled out: who stands apart from several is counted again. */
  long singledOut(Extract extract) {
    return singledOut(comparison.of(extract.id()));
  }

  private static long singledOut(List<HeldComparison> held) {
    return held.stream().mapToLong(HeldComparison::singledOut).sum();
  }

  private static List<MonthShare> shares(List<SourceMonth> source, List<MonthRows> months) {
    Map<YearMonth, Long> released = MonthRows.byMonth(months);
    return source.stream()
        .map(
            month ->
                new MonthShare(
                    month.month(), released.getOrDefault(month.month(), 0L), month.rows()))
        .toList();
  }

  private static List<String> messages(
      Extract extract, List<MonthRows> months, long rows, Disclosure disclosure, boolean marked) {
    List<String> messages = new ArrayList<>();
    if (!marked) {
      messages.add(CheckFindings.NO_MARK);
    }
    if (rows == 0 && extract.refresh().flatMap(StoredRefresh::base).isPresent()) {
      messages.add("Nothing changed since the refresh before.");
    } else if (rows == 0) {
      messages.add("The extract has no rows. Check the period and the filters.");
    }
    boolean ofChanges = extract.isOfChanges();
    months.stream()
        .filter(month -> !ofChanges && month.rows() > 0 && month.rows() < CheckFindings.SMALL)
        .forEach(month -> messages.add("Few rows in " + month.month() + ": " + month.rows() + "."));
    if (disclosure.smallGroups() != null && disclosure.smallGroups() > 0) {
      messages.add(
          disclosure.smallGroups()
              + " groups formed by "
              + String.join(", ", disclosure.quasiIdentifiers())
              + " have fewer than "
              + CheckFindings.SMALL
              + " people. Make sure that the agreement allows small numbers.");
    }
    return messages;
  }

  private TurnView turn(Extract extract) {
    StateTable.Turn turn = ExtractStates.table().turn(extract.status());
    long days = Duration.between(extract.statusSince(), clock.instant()).toDays();
    return new TurnView(turn.owner(), null, extract.statusSince(), days, turn.usualDays());
  }
}
