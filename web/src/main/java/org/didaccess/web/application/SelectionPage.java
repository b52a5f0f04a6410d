package org.didaccess.web.application;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.didaccess.application.ApplicationUseCases;
import org.didaccess.application.ApplicationView;
import org.didaccess.application.Bridge;
import org.didaccess.application.SaveSelection;
import org.didaccess.application.SelectionView;
import org.didaccess.catalogue.CatalogueUseCases;
import org.didaccess.catalogue.DataSetView;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.security.PageAccess;

/** Choosing fields one by one, with period, filters and the way of access. */
@Named
@ViewScoped
@PageAccess(view = "/application/selection", roles = PageAccess.SIGNED_IN)
public class SelectionPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private ApplicationUseCases applications;
  @Inject private CatalogueUseCases catalogue;
  @Inject private Attempt attempt;

  private UUID id;
  private transient ApplicationView view;
  private transient DataSetView dataSet;
  private transient SelectionChoices choices;
  private LocalDate periodFrom;
  private LocalDate periodTo;
  private String level;
  private String accessMethod;
  private String linkage;
  private String oneAgreement;
  private String otherAgreement;
  private String refresh;

  /** The application. */
  public ApplicationView getView() {
    if (view == null) {
      view = applications.draft(id);
      SelectionView chosen = view.selection();
      periodFrom = chosen.periodFrom();
      periodTo = chosen.periodTo();
      level = chosen.level();
      accessMethod = chosen.accessMethod();
      linkage = Bridge.in(chosen.linkage()).isPresent() ? Ways.BRIDGE : chosen.linkage();
      oneAgreement = Bridge.in(chosen.linkage()).map(Bridge::one).orElse(null);
      otherAgreement = Bridge.in(chosen.linkage()).map(Bridge::other).orElse(null);
      refresh = chosen.refresh();
    }
    return view;
  }

  /** The data set asked for: the one chosen before, otherwise the first of the catalogue. */
  public DataSetView getDataSet() {
    if (dataSet == null) {
      String before = getView().selection().dataSet();
      dataSet = catalogue.dataSet(before == null ? catalogue.dataSets().get(0).code() : before);
    }
    return dataSet;
  }

  /** Fields and filters on offer, with what is chosen. */
  public SelectionChoices getChoices() {
    if (choices == null) {
      choices =
          new SelectionChoices(
              catalogue.fields(getDataSet().code(), getDataSet().version()),
              catalogue.filters(getDataSet().code(), getDataSet().version()),
              getView().selection());
    }
    return choices;
  }

  /** Saves the selection and leads back to the task list. */
  public String save() {
    return attempt.run(
        () -> applications.saveSelection(command()),
        "Your selection is saved.",
        "/application/tasks?id=" + id);
  }

  private String wantedLinkage() {
    return Ways.BRIDGE.equals(linkage)
        ? new Bridge(stripped(oneAgreement), stripped(otherAgreement)).linkage()
        : linkage;
  }

  private static String stripped(String reference) {
    return reference == null ? "" : reference.strip();
  }

  private SaveSelection command() {
    return new SaveSelection(
        id,
        getView().version(),
        getDataSet().code(),
        getDataSet().version(),
        periodFrom,
        periodTo,
        level,
        accessMethod,
        wantedLinkage(),
        refresh,
        getChoices().chosenFields(),
        getChoices().chosenFilters());
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID id) {
    this.id = id;
  }

  public LocalDate getPeriodFrom() {
    return periodFrom;
  }

  public void setPeriodFrom(LocalDate periodFrom) {
    this.periodFrom = periodFrom;
  }

  public LocalDate getPeriodTo() {
    return periodTo;
  }

  public void setPeriodTo(LocalDate periodTo) {
    this.periodTo = periodTo;
  }

  public String getLevel() {
    return level;
  }

  public void setLevel(String level) {
    this.level = level;
  }

  public String getAccessMethod() {
    return accessMethod;
  }

  public void setAccessMethod(String accessMethod) {
    this.accessMethod = accessMethod;
  }

  public String getOneAgreement() {
    return oneAgreement;
  }

  public void setOneAgreement(String oneAgreement) {
    this.oneAgreement = oneAgreement;
  }

  public String getOtherAgreement() {
    return otherAgreement;
  }

  public void setOtherAgreement(String otherAgreement) {
    this.otherAgreement = otherAgreement;
  }

  public String getLinkage() {
    return linkage;
  }

  public void setLinkage(String linkage) {
    this.linkage = linkage;
  }

  public String getRefresh() {
    return refresh;
  }

  public void setRefresh(String refresh) {
    this.refresh = refresh;
  }
}
