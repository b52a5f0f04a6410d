package org.didaccess.audit.domain;

import org.didaccess.audit.AuditQuery;
import org.didaccess.audit.AuditRowView;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/** Reads rows of the trail for people. */
public interface TrailReading {

  /** The rows that a query asks for, the newest first. */
  Page<AuditRowView> rows(AuditQuery query, PageRequest page);
}
