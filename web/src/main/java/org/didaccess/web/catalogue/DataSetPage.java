package org.didaccess.web.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.didaccess.catalogue.CatalogueUseCases;
import org.didaccess.catalogue.DataSetView;
import org.didaccess.catalogue.FieldView;
import org.didaccess.web.security.PageAccess;

/** One data set with every line of its page, its controllers and its fields. */
@Named
@RequestScoped
@PageAccess(view = "/catalogue/data-set", roles = PageAccess.EVERYBODY)
public class DataSetPage {

  @Inject private CatalogueUseCases catalogue;

  private String code;
  private DataSetView view;

  /** The data set. */
  public DataSetView getView() {
    if (view == null) {
      view = catalogue.dataSet(code);
    }
    return view;
  }

  /** Its fields, in the catalogue's order. */
  public List<FieldView> getFields() {
    return catalogue.fields(getView().code(), getView().version());
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
