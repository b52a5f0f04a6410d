package org.didaccess.audit;

import java.io.IOException;
import java.io.Writer;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/** Reading and proving the trail (auditor, administrator). */
public interface AuditUseCases {

  /** Rows of the trail, the newest first. */
  Page<AuditRowView> trail(AuditQuery query, PageRequest page);

  /**
   * Writes the whole trail as JSON lines with a closing checkpoint, for the offline check; in
   * constant memory.
   *
   * @throws IOException when the writer fails
   */
  void export(Writer out) throws IOException;

  /** Signs the trail as it stands and returns the checkpoint, to be kept elsewhere. */
  CheckpointView checkpoint();

  /** The signer's public key as text, to be kept elsewhere. */
  String signerKey();
}
