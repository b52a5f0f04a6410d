package org.didaccess.journey;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.didaccess.application.ApplicationView;
import org.didaccess.application.FilterChoice;
import org.didaccess.application.FrozenVersionView;
import org.didaccess.application.QuestionView;
import org.didaccess.application.SaveAnswers;
import org.didaccess.application.SaveRecipients;
import org.didaccess.application.SaveSelection;
import org.didaccess.application.StartApplication;
import org.didaccess.application.Submit;
import org.didaccess.application.TaskView;
import org.didaccess.catalogue.RecordSuccession;
import org.didaccess.governance.Decide;
import org.didaccess.governance.Triage;
import org.didaccess.identity.Confirmation;
import org.didaccess.identity.EnrolPerson;
import org.didaccess.identity.GrantSeat;
import org.didaccess.identity.OneTimeLink;
import org.didaccess.identity.RegisterOrganisation;
import org.didaccess.identity.Roles;
import org.didaccess.identity.SetSecret;

/** The people and organisations of the journeys, reached by real acts of an administrator. */
final class Town {

  static final Confirmation CONFIRMED = new Confirmation(Desk.SECRET);
  static final UUID NHS_ENGLAND = UUID.fromString("0d1d0000-0000-4000-8000-000000000001");
  static final UUID PHE = UUID.fromString("0d1d0000-0000-4000-8000-000000000002");
  static final UUID UKHSA = UUID.fromString("0d1d0000-0000-4000-8000-000000000003");
  static final UUID NHS_SLOT = UUID.fromString("0d1d0000-0000-4000-8000-000000000011");
  static final UUID PHE_SLOT = UUID.fromString("0d1d0000-0000-4000-8000-000000000012");

  final Desk desk;
  final UUID exampleton;

  private Town(Desk desk) throws SQLException {
    this.desk = desk;
    String token = desk.found("alex.admin");
    desk.as("alex.admin");
    desk.run(() -> desk.people.setSecret(new SetSecret(token, Desk.SECRET)));
    desk.giveCheapSecret(desk.me());
    exampleton =
        desk.act(
                () ->
                    desk.people.registerOrganisation(
                        new RegisterOrganisation("EX1", "University of Exampleton", CONFIRMED)))
            .id();
  }

  /** Everybody is there; Public Health England's slot still blocks. */
  static Town settled(Desk desk) throws SQLException {
    Town town = new Town(desk);
    town.enrol("rosa.researcher", town.exampleton);
    town.enrol("olive.officer", NHS_ENGLAND, Roles.OFFICER);
    town.seat(town.enrol("nina.chair", NHS_ENGLAND), NHS_ENGLAND, "chair");
    town.seat(town.enrol("ned.member", NHS_ENGLAND), NHS_ENGLAND, "member");
    town.seat(town.enrol("ursula.chair", UKHSA), UKHSA, "chair");
    town.seat(town.enrol("sam.signatory", town.exampleton), town.exampleton, "signatory");
    town.seat(town.enrol("n.signatory", NHS_ENGLAND), NHS_ENGLAND, "signatory");
    town.seat(town.enrol("u.signatory", UKHSA), UKHSA, "signatory");
    return town;
  }

  /** An officer records that the UK Health Security Agency follows Public Health England. */
  Town withSuccessor() {
    desk.as("olive.officer");
    desk.run(
        () ->
            desk.catalogue.recordSuccession(
                new RecordSuccession(
                    PHE_SLOT,
                    PHE,
                    List.of(UKHSA),
                    LocalDate.of(2021, 10, 1),
                    "Invented instrument 2021/1",
                    CONFIRMED)));
    return this;
  }

  UUID enrol(String login, UUID organisation, String... roles) throws SQLException {
    desk.as("alex.admin");
    OneTimeLink link =
        desk.act(
            () ->
                desk.people.enrol(
                    new EnrolPerson(
                        login,
                        login + " Example",
                        login + "@example.org",
                        organisation,
                        "Imaging",
                        List.of(roles),
                        CONFIRMED)));
    desk.giveCheapSecret(link.person());
    return link.person();
  }

  void seat(UUID person, UUID organisation, String kind) {
    desk.as("alex.admin");
    desk.act(
        () ->
            desk.people.grantSeat(
                new GrantSeat(person, organisation, kind, null, null, CONFIRMED)));
  }

  /** Rosa's complete draft that asks for these fields. */
  UUID draft(String... fields) {
    desk.as("rosa.researcher");
    UUID id =
        desk.act(
            () -> desk.applications.start(new StartApplication("Imaging and waiting times", null)));
    ApplicationView view = desk.act(() -> desk.applications.draft(id));
    for (TaskView task : view.tasks()) {
      Map<String, String> answers =
          task.questions().stream()
              .collect(
                  Collectors.toMap(
                      QuestionView::code,
                      question ->
                          question.options().isEmpty()
                              ? "An invented answer."
                              : question.options().get(0).value()));
      if (!answers.isEmpty()) {
        desk.act(
            () ->
                desk.applications.saveAnswers(
                    new SaveAnswers(id, version(id), task.code(), answers)));
      }
    }
    desk.act(
        () ->
            desk.applications.saveRecipients(
                new SaveRecipients(id, version(id), List.of(exampleton), List.of())));
    select(id, fields);
    return id;
  }

  void select(UUID id, String... fields) {
    desk.as("rosa.researcher");
    desk.act(
        () ->
            desk.applications.saveSelection(
                new SaveSelection(
                    id,
                    version(id),
                    "DID",
                    "1",
                    LocalDate.of(2024, 1, 1),
                    LocalDate.of(2024, 12, 31),
                    "row-level",
                    "extract",
                    "none",
                    "once",
                    List.of(fields),
                    List.of(new FilterChoice("modality", "4")))));
  }

  FrozenVersionView submit(UUID id) {
    desk.as("rosa.researcher");
    return desk.act(() -> desk.applications.submit(new Submit(id, version(id), CONFIRMED)));
  }

  void accept(UUID id) {
    long version = version(id);
    desk.as("olive.officer");
    desk.run(() -> desk.governance.triage(new Triage(id, version, Triage.Outcome.ACCEPT, null)));
  }

  /** A version that both controllers' panels have. */
  FrozenVersionView underReview(String... fields) {
    UUID id = draft(fields);
    FrozenVersionView version = submit(id);
    accept(id);
    return version;
  }

  UUID decide(
      String chair,
      FrozenVersionView version,
      UUID slot,
      Decide.Outcome outcome,
      Decide.FieldOutcome... fields) {
    desk.as(chair);
    return desk.act(
        () ->
            desk.governance.decide(
                new Decide(
                    version.id(),
                    slot,
                    version.selection().digest(),
                    outcome,
                    "A reason.",
                    List.of(fields),
                    List.of(),
                    CONFIRMED)));
  }

  long version(UUID id) {
    return view(id).version();
  }

  ApplicationView view(UUID id) {
    desk.as("rosa.researcher");
    return desk.act(() -> desk.applications.draft(id));
  }
}
