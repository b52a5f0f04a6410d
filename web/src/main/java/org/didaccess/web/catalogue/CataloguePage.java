package org.didaccess.web.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.didaccess.catalogue.CatalogueUseCases;
import org.didaccess.catalogue.DataSetSummary;
import org.didaccess.web.security.PageAccess;

/** The data sets on offer. */
@Named
@RequestScoped
@PageAccess(view = "/catalogue", roles = PageAccess.EVERYBODY)
public class CataloguePage {

  @Inject private CatalogueUseCases catalogue;

  /** The data sets, by title. */
  public List<DataSetSummary> getDataSets() {
    return catalogue.dataSets();
  }
}
