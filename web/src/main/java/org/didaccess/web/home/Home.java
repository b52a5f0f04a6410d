package org.didaccess.web.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.didaccess.agreement.AgreementUseCases;
import org.didaccess.application.ApplicationUseCases;
import org.didaccess.governance.GovernanceUseCases;
import org.didaccess.governance.ReviewState;
import org.didaccess.identity.Roles;
import org.didaccess.notice.NoticeUseCases;
import org.didaccess.shared.PageRequest;
import org.didaccess.web.page.Viewer;
import org.didaccess.web.security.PageAccess;

/** What waits for the viewer, gathered from their roles. */
@Named
@RequestScoped
@PageAccess(view = "/index", roles = PageAccess.EVERYBODY)
public class Home {

  /**
   * Something to begin.
   *
   * @param label its words
   * @param address where it begins
   */
  public record Action(String label, String address) {}

  private static final String APPLICANT = "the applicant";

  @Inject private Viewer viewer;
  @Inject private ApplicationUseCases applications;
  @Inject private GovernanceUseCases governance;
  @Inject private AgreementUseCases agreements;
  @Inject private NoticeUseCases notices;

  private List<Turn> turns;

  /** What waits, in the order of the work. */
  public List<Turn> getTurns() {
    if (turns == null) {
      turns = new ArrayList<>();
      addOwnApplications();
      addTriage();
      addReviews();
      addSignatures();
    }
    return turns;
  }

  /** How many notices the viewer has not read. */
  public long getUnreadNotices() {
    return notices.unread();
  }

  /** What can be begun. */
  public List<Action> getActions() {
    List<Action> actions = new ArrayList<>();
    actions.add(new Action("Look at the catalogue", "/catalogue"));
    if (viewer.has(Roles.RESEARCHER)) {
      actions.add(new Action("Start an application", "/application/new"));
    }
    if (viewer.has(Roles.DATA_MANAGER)) {
      actions.add(new Action("Order a release under an agreement", "/agreements"));
    }
    if (viewer.has(Roles.ADMINISTRATOR)) {
      actions.add(new Action("Enrol a person", "/people/enrol"));
    }
    actions.add(new Action("Look at your account", "/account"));
    return actions;
  }

  private void addOwnApplications() {
    applications.mine(PageRequest.first()).items().stream()
        .filter(item -> item.turn() != null && APPLICANT.equals(item.turn().owner()))
        .map(
            item ->
                new Turn(
                    item.title(),
                    item.reference() + ": go on with your application",
                    "/application/tasks?id=" + item.id(),
                    item.status(),
                    item.statusLabel()))
        .forEach(turns::add);
  }

  private void addTriage() {
    if (viewer.has(Roles.OFFICER)) {
      governance.triageQueue(PageRequest.first()).items().stream()
          .map(
              item ->
                  new Turn(
                      item.title(),
                      item.reference() + ": accept or return",
                      "/triage/application?id=" + item.applicationId(),
                      "SUBMITTED",
                      "To triage"))
          .forEach(turns::add);
    }
  }

  private void addReviews() {
    if (viewer.has(Roles.PANEL)) {
      governance.reviews(PageRequest.first()).items().stream()
          .filter(item -> item.state() == ReviewState.OPEN)
          .map(
              item ->
                  new Turn(
                      item.title(),
                      item.reference() + ": review for " + item.holder(),
                      "/review?version=" + item.versionId() + "&slot=" + item.controllershipId(),
                      item.state(),
                      item.stateLabel()))
          .forEach(turns::add);
    }
  }

  private void addSignatures() {
    if (viewer.has(Roles.SIGNATORY)) {
      agreements.agreements(PageRequest.first()).items().stream()
          .filter(
              item -> agreements.agreement(item.id()).parties().stream().anyMatch(p -> p.maySign()))
          .map(
              item ->
                  new Turn(
                      item.title(),
                      item.reference() + ": read and sign",
                      "/agreement?id=" + item.id(),
                      item.status(),
                      item.statusLabel()))
          .forEach(turns::add);
    }
  }
}
