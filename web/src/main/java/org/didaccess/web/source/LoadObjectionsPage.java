package org.didaccess.web.source;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.didaccess.identity.Roles;
import org.didaccess.shared.InvalidInput;
import org.didaccess.source.LoadObjections;
import org.didaccess.source.ObjectionUseCases;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.security.PageAccess;

/** A form that stores a list of patients' objections. */
@Named
@ViewScoped
@PageAccess(view = "/submission/load-objections", roles = Roles.DATA_MANAGER)
public class LoadObjectionsPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private ObjectionUseCases objections;
  @Inject private Attempt attempt;

  private transient Part file;
  private LocalDate asOf;
  private String removed;

  /** Stores the list. */
  public String load() {
    return attempt.run(
        this::read,
        "The list counts from now on. What was ordered under the one before is ordered anew.",
        "/submission/objections");
  }

  private void read() {
    if (file == null || file.getSize() == 0) {
      throw new InvalidInput("file", "Choose a file.");
    }
    try (InputStream in = file.getInputStream()) {
      objections.load(in, new LoadObjections(asOf, confirmed()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Long confirmed() {
    try {
      return removed == null || removed.isBlank() ? null : Long.valueOf(removed.strip());
    } catch (NumberFormatException unreadable) {
      throw new InvalidInput("removed", "Give a whole number, or leave it empty.");
    }
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public LocalDate getAsOf() {
    return asOf;
  }

  public void setAsOf(LocalDate asOf) {
    this.asOf = asOf;
  }

  public String getRemoved() {
    return removed;
  }

  public void setRemoved(String removed) {
    this.removed = removed;
  }
}
