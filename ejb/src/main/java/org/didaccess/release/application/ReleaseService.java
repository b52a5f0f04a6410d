package org.didaccess.release.application;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.didaccess.audit.AuditRecorder;
import org.didaccess.audit.CheckpointUseCases;
import org.didaccess.identity.Authorisation;
import org.didaccess.identity.Confirmation;
import org.didaccess.identity.CurrentPerson;
import org.didaccess.identity.Roles;
import org.didaccess.pseudonym.KeyWrapping;
import org.didaccess.pseudonym.SigningKeys;
import org.didaccess.release.CheckExtract;
import org.didaccess.release.CheckFindings;
import org.didaccess.release.ConfirmDestroyed;
import org.didaccess.release.Download;
import org.didaccess.release.DownloadLink;
import org.didaccess.release.ExtractCancelled;
import org.didaccess.release.ExtractChecked;
import org.didaccess.release.ExtractDestroyed;
import org.didaccess.release.ExtractOrdered;
import org.didaccess.release.ExtractPublished;
import org.didaccess.release.ExtractRecalled;
import org.didaccess.release.ExtractStatus;
import org.didaccess.release.ExtractSummary;
import org.didaccess.release.ExtractView;
import org.didaccess.release.OrderExtract;
import org.didaccess.release.PublishExtract;
import org.didaccess.release.ReleaseUseCases;
import org.didaccess.release.RunProgress;
import org.didaccess.release.StopExtract;
import org.didaccess.release.domain.DifferencesPolicy;
import org.didaccess.release.domain.Extract;
import org.didaccess.release.domain.ExtractRepository;
import org.didaccess.release.domain.ReleaseGuard;
import org.didaccess.release.domain.RunPurposes;
import org.didaccess.release.domain.StoppedRuns;
import org.didaccess.release.domain.TwoPersonPolicy;
import org.didaccess.shared.Checks;
import org.didaccess.shared.Ids;
import org.didaccess.shared.IllegalMove;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;
import org.didaccess.shared.RecipientKeys;
import org.didaccess.shared.StaleVersion;
import org.didaccess.source.WithdrawnRows;

/** Authorises, lets the guard decide, acts on the extract, records. */
@Stateless
@RolesAllowed(Roles.DATA_MANAGER)
public class ReleaseService implements ReleaseUseCases {

  private static final Duration OFFER = Duration.ofDays(30);
  private static final int LONGEST_STATEMENT = 2_000;
  private static final String CHAIN = "release";

  @Inject private CurrentPerson caller;
  @Inject private Authorisation authorisation;
  @Inject private ExtractRepository extracts;
  @Inject private ExtractViews views;
  @Inject private ExtractVisibility visibility;
  @Inject private Downloads downloads;
  @Inject private ReleaseGuard guard;
  @Inject private WithdrawnRows withdrawn;
  @Inject private PreparationWorker worker;
  @Inject private StoppedRuns stoppedRuns;
  @Inject private KeyWrapping wrapping;
  @Inject private SigningKeys signingKeys;
  @Inject private CheckpointUseCases checkpoints;
  @Inject private AuditRecorder audit;
  @Inject private Clock clock;
  @Inject private Event<ExtractOrdered> ordered;
  @Inject private Event<ExtractChecked> checked;
  @Inject private Event<ExtractPublished> published;
  @Inject private Event<ExtractCancelled> cancelled;
  @Inject private Event<ExtractRecalled> recalled;
  @Inject private Event<ExtractDestroyed> destroyed;

  @Override
  public UUID order(OrderExtract command) {
    new Checks()
        .present("agreement", command.agreement(), "Choose the agreement.")
        .present("requestedBy", command.requestedBy(), "Say who asked for the extract.")
        .present(
            "recipientOrganisation",
            command.recipientOrganisation(),
            "Choose the organisation that receives it.")
        .done();
    TwoPersonPolicy.checkOrder(command.requestedBy(), caller.id());
    RecipientKeys.faultOf(command.recipientKey(), clock.instant())
        .ifPresent(
            fault -> {
              throw new InvalidInput("recipientKey", fault);
            });
    UUID run = Ids.next();
    RunToken token = RunToken.random();
    String payload = ReleasePayloads.order(run, command, token);
    UUID ticket = authorisation.ticket("order_release", payload, command.confirmation());
    guard.order(ticket, payload);
    byte[] wrapped =
        wrapping.wrap(token.text().getBytes(StandardCharsets.US_ASCII), RunPurposes.token(run));
    extracts.add(new Extract(run, command, caller.id(), wrapped, clock.instant()));
    ordered.fire(new ExtractOrdered(run, command.agreement()));
    return run;
  }

  @Override
  @RolesAllowed(Roles.ANYBODY_SIGNED_IN)
  public Page<ExtractSummary> extracts(PageRequest page) {
    return views.page(page);
  }

  @Override
  @RolesAllowed(Roles.ANYBODY_SIGNED_IN)
  public ExtractView extract(UUID id) {
    return views.view(id);
  }

  @Override
  @RolesAllowed(Roles.ANYBODY_SIGNED_IN)
  public RunProgress<ExtractStatus> progress(UUID id) {
    return views.progress(id);
  }

  @Override
  public CheckFindings checkFindings(UUID id) {
    return views.findings(id);
  }

  @Override
  public void check(CheckExtract command) {
    Extract extract = seen(command.extract(), command.expectedVersion());
    TwoPersonPolicy.demandCheck(extract, caller.id());
    refuseWithdrawnRows(extract);
    if (command.note() == null || command.note().isBlank()) {
      throw new InvalidInput("note", "Say what you looked at and why the extract may leave.");
    }
    extract.check(caller.id(), command.note().strip(), clock.instant());
    record(extract, "checked", Json.createObjectBuilder().build());
    if (extract.refresh().isPresent()) {
      String payload = ReleasePayloads.checkRefresh(extract);
      Confirmation confirmation = Confirmation.required(command.confirmation());
      guard.checkRefresh(authorisation.ticket("check_refresh", payload, confirmation), payload);
    }
    checked.fire(new ExtractChecked(extract.id(), extract.agreementId()));
  }

  @Override
  public void publish(PublishExtract command) {
    Extract extract = seen(command.extract(), command.expectedVersion());
    TwoPersonPolicy.demandPublication(extract, caller.id());
    refuseWithdrawnRows(extract);
    long singledOut = views.singledOut(extract);
    DifferencesPolicy.checkAccepted(singledOut, command.singledOut());
    Instant now = clock.instant();
    extract.publish(caller.id(), now.plus(OFFER), now);
    downloads.checkIntact(extract);
    checkpoints.checkpointNow();
    String payload = ReleasePayloads.publish(extract, singledOut);
    UUID ticket = authorisation.ticket("publish_release", payload, command.confirmation());
    guard.publish(ticket, payload);
    published.fire(
        new ExtractPublished(extract.id(), extract.agreementId(), extract.offeredUntil()));
  }

  @Override
  public void pause(UUID id) {
    Extract extract = locked(id);
    extract.pause(clock.instant());
    stoppedRuns.pause(id);
    worker.leave(id);
    record(extract, "paused", JsonValue.EMPTY_JSON_OBJECT);
  }

  @Override
  public void resume(UUID id) {
    Extract extract = locked(id);
    extract.resume(clock.instant());
    record(extract, "resumed", JsonValue.EMPTY_JSON_OBJECT);
  }

  @Override
  public void cancel(StopExtract command) {
    Extract extract = locked(command.extract());
    extract.cancel(reason(command), clock.instant());
    stoppedRuns.cancel(extract.id());
    guard.recall(extract.id(), caller.id(), reason(command));
    worker.leave(extract.id());
    cancelled.fire(new ExtractCancelled(extract.id(), extract.agreementId()));
  }

  @Override
  @RolesAllowed({Roles.DATA_MANAGER, Roles.OFFICER})
  public void recall(StopExtract command) {
    Extract extract = locked(command.extract());
    extract.recall(reason(command), clock.instant());
    guard.recall(extract.id(), caller.id(), reason(command));
    recalled.fire(new ExtractRecalled(extract.id(), extract.agreementId()));
  }

  @Override
  @RolesAllowed(Roles.ANYBODY_SIGNED_IN)
  public void confirmDestroyed(ConfirmDestroyed command) {
    Extract extract = locked(command.extract());
    if (!visibility.isRecipient(extract, caller.id())) {
      throw new NotFound("extract");
    }
    StaleVersion.check(command.expectedVersion(), extract.version());
    new Checks()
        .text(
            "statement",
            command.statement(),
            LONGEST_STATEMENT,
            "Say in at most 2,000 characters how and when every copy was destroyed.")
        .done();
    extract.confirmDestroyed(caller.id(), command.statement().strip(), clock.instant());
    record(extract, "destroyed", Json.createObjectBuilder().build());
    destroyed.fire(new ExtractDestroyed(extract.id(), extract.agreementId()));
  }

  @Override
  @RolesAllowed(Roles.ANYBODY_SIGNED_IN)
  public DownloadLink issueDownloadLink(UUID id) {
    return downloads.issue(id);
  }

  @Override
  @RolesAllowed(Roles.ANYBODY_SIGNED_IN)
  public Download open(String token) {
    return downloads.open(token);
  }

  @Override
  @PermitAll
  public String signerKey() {
    return signingKeys.signingKey().publicKeyPem();
  }

  private Extract seen(UUID id, long expectedVersion) {
    Extract extract = locked(id);
    StaleVersion.check(expectedVersion, extract.version());
    return extract;
  }

  /** The guard says it once more where it records the publication. */
  private void refuseWithdrawnRows(Extract extract) {
    if (withdrawn.heldBy(extract.id()) > 0) {
      throw new IllegalMove(
          "Rows of this extract were withdrawn by their provider after they were read. Cancel it"
              + " and order it anew.");
    }
  }

  private Extract locked(UUID id) {
    return extracts.lock(id).orElseThrow(() -> new NotFound("extract"));
  }

  private void record(Extract extract, String act, JsonObject body) {
    audit.record(CHAIN, extract.id().toString(), act, caller.id(), body);
  }

  private static String reason(StopExtract command) {
    if (command.reason() == null || command.reason().isBlank()) {
      throw new InvalidInput("reason", "Give a reason: it is shown to everybody concerned.");
    }
    return command.reason().strip();
  }
}
