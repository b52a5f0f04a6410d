package org.didaccess.launcher.demo;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.Journey.Wish;

/**
 * The path of a request as single acts over the product's own interface, each of which can be tried
 * more than once: for tests that let an act fail before they let it succeed.
 */
public final class RequestPath {
  private static final Duration PREPARATION = Duration.ofMinutes(3);
  private static final List<String> FIELDS = List.of("MODALITY", "MONTH_OF_TEST", "YEAR_OF_TEST");

  private final Cast cast;
  private final Transcript transcript = Players.silence();
  private final RecipientKey key = RecipientKey.create();
  private final Journey extract;
  private final Journey workspace;
  private String run;
  private String place;

  private RequestPath(Cast cast) {
    this.cast = cast;
    this.extract = new Journey(cast, transcript, wish("extract", key.recipient()));
    this.workspace = new Journey(cast, transcript, wish("sde", null));
  }

  /** The path in that product, with the demonstration's people. */
  public static RequestPath on(RunningProduct product) {
    return new RequestPath(Players.assembled(product));
  }

  /**
   * What stands at the end of the path, by id.
   *
   * @param application the researcher's
   * @param agreement signed by all
   * @param release published
   * @param workspace ordered, under an agreement of its own
   * @param key the recipient's age key
   * @param university the organisation that receives the data
   */
  public record Things(
      String application,
      String agreement,
      String release,
      String workspace,
      String key,
      String university) {}

  /** Makes every act. */
  public Things walk() {
    acts()
        .forEach(
            act -> {
              act.prepare();
              act.attempt();
            });
    return new Things(
        extract.application(),
        extract.agreement(),
        run,
        place,
        key.recipient(),
        cast.id(Actor.Place.EXAMPLETON));
  }

  /** The acts, in the order in which they have to be made. */
  public Stream<Act> acts() {
    return Stream.of(
        new Act("Submitting", this::submit)
            .after(this::fillIn)
            .in("application", extract::application),
        new Act("Triage", extract::triage).in("application", extract::application),
        decision("The first decision", Actor.NHS_CHAIR).movesOnly(Part.ENGINE),
        decision("The last decision", Actor.UKHSA_CHAIR),
        new Act("Drafting", extract::draft),
        signature("The first signature", Actor.SIGNATORY).movesOnly(),
        signature("The second signature", Actor.NHS_SIGNATORY).movesOnly(),
        signature("The last signature", Actor.UKHSA_SIGNATORY),
        new Act("Ordering a release", this::orderRelease),
        new Act("Checking", this::check).after(this::awaitPreparation).in("release", () -> run),
        new Act("Publishing", this::publish).in("release", () -> run),
        new Act("Ordering a workspace", this::orderWorkspace).after(this::agreeOnWorkspace));
  }

  private Act decision(String name, Actor chair) {
    return new Act(name, () -> extract.approve(chair)).in("application", extract::application);
  }

  private Act signature(String name, Actor signatory) {
    return new Act(name, () -> sign(signatory)).in("agreement", extract::agreement);
  }

  private void agreeOnWorkspace() {
    workspace.apply(Actor.RESEARCHER);
    workspace.triage();
    workspace.approve(Actor.NHS_CHAIR);
    workspace.approve(Actor.UKHSA_CHAIR);
    workspace.draft();
    workspace.sign();
  }

  private void fillIn() {
    extract.begin(Actor.RESEARCHER);
    ApiSession applicant = cast.as(Actor.RESEARCHER);
    applicant.put(
        application() + "/selection",
        applicant.get(application()).tag(),
        wish("extract", key.recipient()).selection());
  }

  private void submit() {
    ApiSession applicant = cast.as(Actor.RESEARCHER);
    applicant.post(
        application() + "/submission",
        applicant.get(application()).tag(),
        applicant.confirmation());
  }

  private void sign(Actor signatory) {
    ApiSession session = cast.as(signatory);
    String agreement = "/agreements/" + extract.agreement();
    JsonObject view = session.get(agreement).object();
    view.getJsonArray("parties").getValuesAs(JsonObject.class).stream()
        .filter(party -> party.getBoolean("maySign"))
        .forEach(
            party ->
                session.post(
                    agreement + "/signatures",
                    ApiSession.object()
                        .add("organisation", party.getString("organisationId"))
                        .add("textSha256", view.getString("textSha256"))
                        .add("confirmation", session.confirmation())
                        .build()));
  }

  private void orderRelease() {
    ApiSession preparer = cast.as(Actor.PREPARER);
    run =
        preparer
            .post(
                "/releases", order(extract, preparer).add("recipientKey", key.recipient()).build())
            .object()
            .getString("id");
  }

  private void awaitPreparation() {
    ApiSession publisher = cast.as(Actor.PUBLISHER);
    Patience.until("The preparation", PREPARATION, () -> prepared(publisher));
  }

  private void check() {
    ApiSession publisher = cast.as(Actor.PUBLISHER);
    publisher.post(
        release() + "/check",
        publisher.get(release()).tag(),
        ApiSession.object().add("note", "Rows by month were looked at.").build());
  }

  private Optional<JsonObject> prepared(ApiSession publisher) {
    return Optional.of(publisher.get(release()).object())
        .filter(view -> view.getString("status").equals("PREPARED"));
  }

  private void publish() {
    ReleaseScene.publish(cast.as(Actor.PUBLISHER), run);
  }

  private void orderWorkspace() {
    ApiSession manager = cast.as(Actor.PREPARER);
    place = manager.post("/workspaces", order(workspace, manager).build()).object().getString("id");
  }

  private JsonObjectBuilder order(Journey journey, ApiSession manager) {
    return ApiSession.object()
        .add("agreement", journey.agreement())
        .add("requestedBy", cast.id(Actor.RESEARCHER))
        .add("recipientOrganisation", cast.id(Actor.Place.EXAMPLETON))
        .add("confirmation", manager.confirmation());
  }

  private String release() {
    return "/releases/" + run;
  }

  private String application() {
    return "/applications/" + extract.application();
  }

  private static Wish wish(String accessMethod, String recipientKey) {
    LocalDate to = LocalDate.now(Journey.LONDON).withDayOfMonth(1).minusDays(1);
    return new Wish(
        "All or nothing: " + accessMethod,
        accessMethod,
        to.minusMonths(1).withDayOfMonth(1),
        to,
        FIELDS,
        recipientKey);
  }

  /** What an act can move besides the ledger and the trail, which every act moves. */
  public enum Part {
    /** The aggregates' rows. */
    DOMAIN,

    /** The process. */
    ENGINE
  }

  /**
   * An aggregate's chain of the audit trail.
   *
   * @param kind of aggregate
   * @param id the aggregate's
   */
  public record Chain(String kind, String id) {}

  /** One act: what has to be done before it once, and the act itself. */
  public static final class Act {
    private final String name;
    private final Runnable deed;
    private Runnable before = () -> {};
    private Set<Part> parts = EnumSet.allOf(Part.class);
    private Supplier<Chain> chain;
    private boolean prepared;

    Act(String name, Runnable deed) {
      this.name = name;
      this.deed = deed;
    }

    Act after(Runnable first) {
      before = first;
      return this;
    }

    Act movesOnly(Part... these) {
      parts = Set.of(these);
      return this;
    }

    Act in(String kind, Supplier<String> id) {
      chain = () -> new Chain(kind, id.get());
      return this;
    }

    /** The act in words. */
    public String name() {
      return name;
    }

    /** Whether it moves this part. */
    public boolean moves(Part part) {
      return parts.contains(part);
    }

    /** Whether its aggregate exists before it, so that its chain is known. */
    public boolean goesOn() {
      return chain != null;
    }

    /** The chain that it writes its row to; known once the act is prepared. */
    public Chain chain() {
      return chain.get();
    }

    /** Brings the path to this act; the second time there is nothing to do. */
    public void prepare() {
      if (!prepared) {
        before.run();
        prepared = true;
      }
    }

    /** Tries the act; it throws where it is refused or fails. */
    public void attempt() {
      deed.run();
    }
  }
}
