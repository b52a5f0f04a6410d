package org.didaccess.launcher.demo;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.didaccess.application.FrozenVersionView;
import org.didaccess.application.Objections;
import org.didaccess.launcher.demo.Actor.Place;

/** One application's way from the first answer to an agreement that every party has signed. */
final class Journey {
  static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Cast cast;
  private final Transcript transcript;
  private final Wish wish;
  private String application;
  private String agreement;
  private String named;

  Journey(Cast cast, Transcript transcript, Wish wish) {
    this.cast = cast;
    this.transcript = transcript;
    this.wish = wish;
  }

  /**
   * The agreement names this person, and not the researcher, to receive or to work with the data.
   */
  Journey naming(String person) {
    named = person;
    return this;
  }

  String application() {
    return application;
  }

  String agreement() {
    return agreement;
  }

  /** The applicant starts and answers every question. */
  void begin(Actor applicant) {
    ApiSession session = cast.as(applicant);
    transcript.step("Start an application: " + wish.title(), applicant, () -> start(session));
    transcript.step("Answer every question", applicant, () -> answer(session));
  }

  /** The applicant answers every question, chooses fields and submits. */
  void apply(Actor applicant) {
    begin(applicant);
    ApiSession session = cast.as(applicant);
    transcript.step("Choose " + wish.fields().size() + " fields", applicant, () -> select(session));
    transcript.step("Submit the application", applicant, () -> submit(session));
  }

  private void start(ApiSession session) {
    application =
        session
            .post("/applications", ApiSession.object().add("title", wish.title()).build())
            .object()
            .getString("id");
  }

  private void answer(ApiSession session) {
    ApiAnswer view = session.get(path());
    for (JsonValue task : view.object().getJsonArray("tasks")) {
      JsonObject answers = answers(task.asJsonObject().getJsonArray("questions"));
      if (!answers.isEmpty()) {
        String section = task.asJsonObject().getString("code");
        view = session.put(path() + "/answers/" + section, view.tag(), answers);
      }
    }
    session.put(
        path() + "/recipients",
        view.tag(),
        ApiSession.object()
            .add("recipients", Json.createArrayBuilder().add(cast.id(Place.EXAMPLETON)))
            .add("collaborators", Json.createArrayBuilder())
            .build());
  }

  private JsonObject answers(JsonArray questions) {
    JsonObjectBuilder answers = Json.createObjectBuilder();
    for (JsonObject question : questions.getValuesAs(JsonObject.class)) {
      boolean choice = question.getString("kind").startsWith("CHOICE");
      answers.add(
          question.getString("code"),
          FrozenVersionView.OBJECTIONS.equals(question.getString("code"))
              ? wish.objections().getLabel()
              : choice
                  ? question.getJsonArray("options").getJsonObject(0).getString("value")
                  : "Invented for the demonstration: " + question.getString("label"));
    }
    return answers.build();
  }

  private void select(ApiSession session) {
    session.put(path() + "/selection", session.get(path()).tag(), wish.selection());
  }

  private void submit(ApiSession session) {
    session.post(path() + "/submission", session.get(path()).tag(), session.confirmation());
  }

  /** The officer lets it go on to the controllers. */
  void triage() {
    triage("Accept the application for review", ApiSession.object().add("outcome", "ACCEPT"));
  }

  /** The officer sends it back with questions. */
  void sendBack(String reason) {
    triage(
        "Return the application",
        ApiSession.object().add("outcome", "RETURN").add("reason", reason));
  }

  private void triage(String name, JsonObjectBuilder ruling) {
    ApiSession officer = cast.as(Actor.OFFICER);
    transcript.step(
        name,
        Actor.OFFICER,
        () -> officer.post("/triage/" + application, officer.get(path()).tag(), ruling.build()));
  }

  /** A member votes for it. */
  void vote(Actor member) {
    ApiSession session = cast.as(member);
    transcript.step(
        "Vote in support",
        member,
        () ->
            session.post(
                review(session) + "/votes",
                ApiSession.object()
                    .add("vote", "APPROVE")
                    .add("comment", "The fields fit the purpose.")
                    .add("confirmation", session.confirmation())
                    .build()));
  }

  /** A chair approves the selection as it is. */
  void approve(Actor chair) {
    transcript.step("Approve for " + chair.place().label(), chair, () -> attemptToApprove(chair));
  }

  /** A chair decides otherwise. */
  void decide(Actor chair, JsonObjectBuilder ruling) {
    transcript.step(
        "Decide for " + chair.place().label(), chair, () -> attemptToDecide(chair, ruling));
  }

  /** Approving without a step, for attempts that have to be refused. */
  ApiAnswer attemptToApprove(Actor chair) {
    return attemptToDecide(
        chair,
        ApiSession.object()
            .add("outcome", "APPROVE")
            .add("reason", "Necessary for the purpose, and no more than that."));
  }

  private ApiAnswer attemptToDecide(Actor chair, JsonObjectBuilder ruling) {
    ApiSession session = cast.as(chair);
    String review = review(session);
    String digest =
        session
            .get(review)
            .object()
            .getJsonObject("version")
            .getJsonObject("selection")
            .getString("digest");
    return session.post(
        review + "/decisions",
        ruling.add("digest", digest).add("confirmation", session.confirmation()).build());
  }

  private String review(ApiSession session) {
    return session.get("/reviews?limit=100").object().getJsonArray("items").stream()
        .map(JsonValue::asJsonObject)
        .filter(review -> review.getString("applicationId").equals(application))
        .map(r -> "/reviews/" + r.getString("versionId") + "/" + r.getString("controllershipId"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The panel has no such application."));
  }

  /** The officer drafts the agreement. */
  void draft() {
    transcript.step(
        "Draft the agreement",
        Actor.OFFICER,
        () -> {
          agreement = draftAgreement().object().getString("id");
        });
  }

  /** The same deed without a step, for attempts that have to be refused. */
  ApiAnswer draftAgreement() {
    ApiSession officer = cast.as(Actor.OFFICER);
    LocalDate today = LocalDate.now(LONDON);
    return officer.post(
        "/agreements",
        officer.get(path()).tag(),
        ApiSession.object()
            .add("application", application)
            .add("startsOn", today.toString())
            .add("endsOn", today.plusYears(1).toString())
            .add("people", wish.people(named == null ? cast.id(Actor.RESEARCHER) : named))
            .add("confirmation", officer.confirmation())
            .build());
  }

  /** Every party signs the text. */
  void sign() {
    for (Actor signatory : List.of(Actor.SIGNATORY, Actor.NHS_SIGNATORY, Actor.UKHSA_SIGNATORY)) {
      transcript.step("Sign for " + signatory.place().label(), signatory, () -> signFor(signatory));
    }
  }

  private void signFor(Actor signatory) {
    ApiSession session = cast.as(signatory);
    JsonObject view = session.get("/agreements/" + agreement).object();
    for (JsonObject party : view.getJsonArray("parties").getValuesAs(JsonObject.class)) {
      if (party.getBoolean("maySign")) {
        session.post(
            "/agreements/" + agreement + "/signatures",
            ApiSession.object()
                .add("organisation", party.getString("organisationId"))
                .add("textSha256", view.getString("textSha256"))
                .add("confirmation", session.confirmation())
                .build());
      }
    }
  }

  /** The applicant takes it back. */
  void withdraw(Actor applicant) {
    ApiSession session = cast.as(applicant);
    transcript.step(
        "Withdraw the application",
        applicant,
        () ->
            session.post(
                path() + "/withdrawal",
                session.get(path()).tag(),
                ApiSession.object().add("reason", "It was made to show a refusal.").build()));
  }

  /** All of it up to the signatures, where nothing is tried in between. */
  void complete(Actor applicant) {
    apply(applicant);
    triage();
    vote(Actor.NHS_MEMBER);
    approve(Actor.NHS_CHAIR);
    vote(Actor.UKHSA_MEMBER);
    approve(Actor.UKHSA_CHAIR);
    draft();
    sign();
  }

  private String path() {
    return "/applications/" + application;
  }

  /**
   * What the demonstration asks for.
   *
   * @param title the application's title
   * @param level {@code row-level} or {@code aggregate}
   * @param accessMethod {@code extract} or {@code sde}
   * @param from first day
   * @param to last day
   * @param fields codes of the fields
   * @param recipientKey the recipient's own age key, null for the SDE
   * @param special what is not as usual
   */
  record Wish(
      String title,
      String level,
      String accessMethod,
      LocalDate from,
      LocalDate to,
      List<String> fields,
      String recipientKey,
      Special special) {

    /** A wish for whatever nobody can object to. */
    Wish(
        String title,
        String level,
        String accessMethod,
        LocalDate from,
        LocalDate to,
        List<String> fields,
        String recipientKey) {
      this(title, level, accessMethod, from, to, fields, recipientKey, Special.NOTHING);
    }

    /** A wish for rows. */
    Wish(
        String title,
        String accessMethod,
        LocalDate from,
        LocalDate to,
        List<String> fields,
        String recipientKey) {
      this(title, "row-level", accessMethod, from, to, fields, recipientKey);
    }

    /**
     * What sets a wish apart.
     *
     * @param objections what is to become of patients' objections
     * @param refresh {@code once} or {@code monthly}
     * @param ofCohort whether it is for the people of a cohort alone
     * @param linkage {@code none}, {@code pseudonymised}, or a bridge between two agreements
     */
    record Special(Objections objections, String refresh, boolean ofCohort, String linkage) {

      private static final Special NOTHING =
          new Special(Objections.NOT_NEEDED, "once", false, "none");
    }

    /** The same, with objections upheld. */
    Wish upholding() {
      return with(
          new Special(Objections.UPHELD, special.refresh, special.ofCohort, special.linkage));
    }

    /** The same, every month. */
    Wish monthly() {
      return with(new Special(special.objections, "monthly", special.ofCohort, special.linkage));
    }

    /** The same, for the people of a cohort alone. */
    Wish forCohort() {
      return with(new Special(special.objections, special.refresh, true, special.linkage));
    }

    /** A bridge between two agreements, by their references. */
    Wish bridging(String one, String other) {
      return with(
          new Special(
              special.objections,
              special.refresh,
              special.ofCohort,
              "bridge:" + one + "+" + other));
    }

    private Wish with(Special other) {
      return new Wish(title, level, accessMethod, from, to, fields, recipientKey, other);
    }

    Objections objections() {
      return special.objections;
    }

    JsonObject selection() {
      JsonArrayBuilder filters = Json.createArrayBuilder();
      if (special.ofCohort) {
        filters.add(ApiSession.object().add("kind", "cohort").add("value", "own"));
      }
      JsonArrayBuilder codes = Json.createArrayBuilder();
      fields.forEach(codes::add);
      return ApiSession.object()
          .add("dataSet", "DID")
          .add("dataSetVersion", "1")
          .add("periodFrom", from.toString())
          .add("periodTo", to.toString())
          .add("level", level)
          .add("accessMethod", accessMethod)
          .add("linkage", special.linkage)
          .add("refresh", special.refresh)
          .add("fields", codes)
          .add("filters", filters)
          .build();
    }

    JsonArray people(String named) {
      JsonObjectBuilder person = ApiSession.object().add("person", named);
      if (recipientKey == null) {
        person.add("role", "analyst").addNull("publicKey");
      } else {
        person.add("role", "recipient").add("publicKey", recipientKey);
      }
      return Json.createArrayBuilder().add(person).build();
    }
  }
}
