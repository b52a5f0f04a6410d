package org.didaccess.web.source;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.didaccess.identity.Roles;
import org.didaccess.source.ReferenceUseCases;
import org.didaccess.source.ReferenceVersion;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.security.PageAccess;

/** The versions of the lists that submissions are checked against, and which of them counts. */
@Named
@ViewScoped
@PageAccess(
    view = "/submission/references",
    roles = {Roles.DATA_MANAGER, Roles.AUDITOR, Roles.ADMINISTRATOR})
public class ReferencesPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private ReferenceUseCases references;
  @Inject private Attempt attempt;

  private transient List<ReferenceVersion> versions;
  private String chosen;

  @PostConstruct
  void choosesWhatCounts() {
    chosen =
        getVersions().stream()
            .filter(ReferenceVersion::counts)
            .map(ReferenceVersion::name)
            .findFirst()
            .orElse(null);
  }

  /** Lets the chosen version count. */
  public String use() {
    return attempt.run(
        () -> references.use(chosen),
        "The version " + chosen + " counts from now on.",
        "/submission/references");
  }

  /** All versions, the shipped sample last. */
  public List<ReferenceVersion> getVersions() {
    if (versions == null) {
      versions = references.versions();
    }
    return versions;
  }

  public String getChosen() {
    return chosen;
  }

  public void setChosen(String chosen) {
    this.chosen = chosen;
  }
}
