package org.didaccess.web.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.didaccess.audit.AuditQuery;
import org.didaccess.audit.AuditRowView;
import org.didaccess.audit.AuditUseCases;
import org.didaccess.audit.CheckpointView;
import org.didaccess.identity.Roles;
import org.didaccess.web.page.Attempt;
import org.didaccess.web.page.Download;
import org.didaccess.web.page.Rows;
import org.didaccess.web.security.PageAccess;

/** The trail, the newest first, with a checkpoint and an export for the offline check. */
@Named
@RequestScoped
@PageAccess(
    view = "/audit",
    roles = {Roles.AUDITOR, Roles.ADMINISTRATOR})
public class AuditPage {

  @Inject private AuditUseCases audit;
  @Inject private Attempt attempt;
  @Inject private Download download;

  private String kind;
  private String id;
  private String act;
  private Rows<AuditRowView> rows;
  private CheckpointView checkpoint;

  /** The rows wanted. */
  public Rows<AuditRowView> getRows() {
    if (rows == null) {
      AuditQuery query = new AuditQuery(given(kind), given(id), given(act), null);
      rows = new Rows<>(part -> audit.trail(query, part));
    }
    return rows;
  }

  /** Signs the trail as it stands; the page then shows the checkpoint, to be kept elsewhere. */
  public void sign() {
    attempt.stay(() -> checkpoint = audit.checkpoint());
  }

  /** The checkpoint just signed, or null. */
  public CheckpointView getCheckpoint() {
    return checkpoint;
  }

  /** Sends the whole trail as a file, row by row. */
  public void export() throws IOException {
    ExternalContext answer = download.begin("application/jsonl", "audit-trail.jsonl");
    audit.export(answer.getResponseOutputWriter());
  }

  private static String given(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getAct() {
    return act;
  }

  public void setAct(String act) {
    this.act = act;
  }
}
