package org.didaccess.web.catalogue;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.didaccess.catalogue.CatalogueUseCases;
import org.didaccess.catalogue.RecordSuccession;
import org.didaccess.catalogue.SlotView;
import org.didaccess.identity.Roles;
import org.didaccess.shared.NotFound;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.ConfirmedPage;
import org.didaccess.web.security.PageAccess;

/** Recording who holds a dissolved controller's slot. */
@Named
@ViewScoped
@PageAccess(view = "/catalogue/succession", roles = Roles.OFFICER)
public class SuccessionPage extends ConfirmedPage {

  private static final long serialVersionUID = 1L;

  @Inject private CatalogueUseCases catalogue;
  @Inject private Attempt attempt;

  private String code;
  private String slotId;
  private String[] to = {};
  private LocalDate effectiveOn;
  private String evidence;

  /** The slot. */
  public SlotView getSlot() {
    return catalogue.slots(code).stream()
        .filter(slot -> slot.controllershipId().toString().equals(slotId))
        .findFirst()
        .orElseThrow(() -> new NotFound("slot"));
  }

  /** Records the succession. */
  public String record() {
    return attempt.run(
        () ->
            catalogue.recordSuccession(
                new RecordSuccession(
                    UUID.fromString(slotId),
                    getSlot().holderId(),
                    Arrays.stream(to).map(UUID::fromString).toList(),
                    effectiveOn,
                    evidence,
                    confirmation())),
        "The succession is recorded.",
        "/catalogue/data-set?code=" + code);
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getSlotId() {
    return slotId;
  }

  public void setSlotId(String slotId) {
    this.slotId = slotId;
  }

  public String[] getTo() {
    return to.clone();
  }

  public void setTo(String[] to) {
    this.to = to.clone();
  }

  public LocalDate getEffectiveOn() {
    return effectiveOn;
  }

  public void setEffectiveOn(LocalDate effectiveOn) {
    this.effectiveOn = effectiveOn;
  }

  public String getEvidence() {
    return evidence;
  }

  public void setEvidence(String evidence) {
    this.evidence = evidence;
  }
}
