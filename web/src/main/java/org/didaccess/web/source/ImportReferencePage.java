package org.didaccess.web.source;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.didaccess.identity.Roles;
import org.didaccess.shared.InvalidInput;
import org.didaccess.source.ImportedReference;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.ReferenceUseCases;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.security.PageAccess;

/** A form that makes a new version of published files. */
@Named
@ViewScoped
@PageAccess(view = "/submission/import-reference", roles = Roles.DATA_MANAGER)
public class ImportReferencePage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private ReferenceUseCases references;
  @Inject private Attempt attempt;

  private transient Part file;
  private String name;
  private transient ImportedReference imported;

  /** Makes the version and lets it count; tells what was taken. */
  public void take() {
    imported = null;
    attempt.stay(() -> imported = read());
  }

  private ImportedReference read() {
    if (file == null || file.getSize() == 0) {
      throw new InvalidInput("file", "Choose a file.");
    }
    try (InputStream in = file.getInputStream()) {
      return references.importFrom(name == null ? "" : name.strip(), in);
    } catch (InvalidSubmissionException refused) {
      InvalidInput invalid = new InvalidInput("file", refused.getMessage());
      invalid.initCause(refused);
      throw invalid;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The version just made, or null. */
  public ImportedReference getImported() {
    return imported;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
