package org.didaccess.application.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps applications, their versions and their selections. */
public interface ApplicationRepository {

  /** The application, if there is one. */
  Optional<DataAccessApplication> find(UUID id);

  /** The application, locked until the transaction ends; for acts that others start at once. */
  Optional<DataAccessApplication> findLocked(UUID id);

  /** A submitted version, if there is one. */
  Optional<ApplicationVersion> version(UUID id);

  /** The versions of an application, the newest first. */
  List<ApplicationVersion> versions(UUID application);

  /** The rows of a selection. */
  SelectionRecord selection(UUID id);

  /** Keeps a new application. */
  void add(DataAccessApplication application);

  /** Keeps a new version. */
  void add(ApplicationVersion version);

  /** Keeps the rows of a new selection. */
  void add(SelectionRecord selection);

  /**
   * Writes what has changed so far, so that the database's functions see it.
   *
   * @throws org.didaccess.shared.StaleVersion where somebody else changed it at the same time
   */
  void flush();

  /** The next reference, such as {@code DA-000042}. */
  String nextReference();
}
