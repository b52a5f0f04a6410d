package org.didaccess.web.agreement;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.UUID;
import org.didaccess.agreement.AgreementUseCases;
import org.didaccess.agreement.AgreementView;
import org.didaccess.agreement.PartyView;
import org.didaccess.agreement.ResumeAgreement;
import org.didaccess.agreement.SignAgreement;
import org.didaccess.agreement.StopAgreement;
import org.didaccess.shared.NotFound;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.ConfirmedPage;
import org.didaccess.web.security.PageAccess;

/** One agreement: reading, signing, stopping, resuming and ending it. */
@Named
@ViewScoped
@PageAccess(view = "/agreement", roles = PageAccess.SIGNED_IN)
@PageAccess(view = "/agreement/sign", roles = PageAccess.SIGNED_IN)
@PageAccess(view = "/agreement/stop", roles = PageAccess.SIGNED_IN)
@PageAccess(view = "/agreement/resume", roles = PageAccess.SIGNED_IN)
public class AgreementPage extends ConfirmedPage {

  private static final long serialVersionUID = 1L;

  @Inject private AgreementUseCases agreements;
  @Inject private Attempt attempt;

  private UUID id;
  private UUID organisation;
  private String act;
  private String reason;
  private transient AgreementView view;

  /** The agreement. */
  public AgreementView getView() {
    if (view == null) {
      view = agreements.agreement(id);
    }
    return view;
  }

  /** The text that is signed. */
  public String getText() {
    return agreements.text(id);
  }

  /** The party for which the viewer is about to sign. */
  public PartyView getParty() {
    return getView().parties().stream()
        .filter(party -> party.maySign() && party.organisationId().equals(organisation))
        .findFirst()
        .orElseThrow(() -> new NotFound("party"));
  }

  /** Signs for the party. */
  public String sign() {
    return attempt.run(
        () ->
            agreements.sign(
                new SignAgreement(id, organisation, getView().textSha256(), confirmation())),
        "You have signed.",
        address());
  }

  /** Which closing act the page is about. */
  public ClosingAct getClosing() {
    return Arrays.stream(ClosingAct.values())
        .filter(one -> one.name().equalsIgnoreCase(act))
        .findFirst()
        .orElseThrow(() -> new NotFound("act"));
  }

  /** Suspends, revokes, ends, or records the destruction. */
  public String stop() {
    return attempt.run(
        () -> getClosing().perform(agreements, new StopAgreement(id, reason)),
        getClosing().getDone(),
        address());
  }

  /** Lets a suspended agreement go on. */
  public String resume() {
    return attempt.run(
        () -> agreements.resume(new ResumeAgreement(id, reason, confirmation())),
        "The agreement goes on.",
        address());
  }

  private String address() {
    return "/agreement?id=" + id;
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID id) {
    this.id = id;
  }

  public UUID getOrganisation() {
    return organisation;
  }

  public void setOrganisation(UUID organisation) {
    this.organisation = organisation;
  }

  public String getAct() {
    return act;
  }

  public void setAct(String act) {
    this.act = act;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
