package org.didaccess.web.source;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.didaccess.identity.Roles;
import org.didaccess.source.ObjectionList;
import org.didaccess.source.ObjectionUseCases;
import org.didaccess.web.page.Rows;
import org.didaccess.web.security.PageAccess;

/** The lists of patients' objections that were loaded. */
@Named
@ViewScoped
@PageAccess(
    view = "/submission/objections",
    roles = {Roles.DATA_MANAGER, Roles.AUDITOR, Roles.ADMINISTRATOR})
public class ObjectionsPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private ObjectionUseCases objections;

  private transient Rows<ObjectionList> rows;

  /** What was loaded, the last one first. */
  public Rows<ObjectionList> getRows() {
    if (rows == null) {
      rows = new Rows<>(part -> objections.list(part));
    }
    return rows;
  }
}
