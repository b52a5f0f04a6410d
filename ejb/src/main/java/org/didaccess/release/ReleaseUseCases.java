package org.didaccess.release;

import java.util.UUID;
import org.didaccess.shared.GuardRefused;
import org.didaccess.shared.NotFound;
import org.didaccess.shared.Page;
import org.didaccess.shared.PageRequest;

/** Ordering, watching, checking, publishing, downloading and recalling extracts. */
public interface ReleaseUseCases {

  /**
   * Orders an extract (data manager). The guard records it; the engine starts on its own.
   *
   * @return the extract's id
   * @throws GuardRefused where the agreement does not allow it now
   */
  UUID order(OrderExtract command);

  /** Extracts that the caller may see, the newest first. */
  Page<ExtractSummary> extracts(PageRequest page);

  /**
   * One extract with everything that its page shows.
   *
   * @throws NotFound where there is none that the caller may see
   */
  ExtractView extract(UUID id);

  /** How far the preparation is. */
  RunProgress<ExtractStatus> progress(UUID id);

  /** What to check before publishing (data manager). */
  CheckFindings checkFindings(UUID id);

  /** Records the check (a data manager other than the one who prepared). */
  void check(CheckExtract command);

  /**
   * Publishes (a data manager who neither requested, decided nor prepared).
   *
   * @throws GuardRefused where the agreement does not allow it now, or the person may not
   */
  void publish(PublishExtract command);

  /**
   * Lets the engine stop at its next row (data manager). Finished months are kept.
   *
   * @throws IllegalMove where it is not being prepared
   */
  void pause(UUID id);

  /** Lets a paused extract go on where it stopped (data manager). */
  void resume(UUID id);

  /** Gives up an extract that was not published (data manager). */
  void cancel(StopExtract command);

  /** Takes a published extract back: every link is dead from now on (data manager, officer). */
  void recall(StopExtract command);

  /**
   * Confirms that every copy of a recalled extract is destroyed (a recipient that the agreement
   * names).
   *
   * @throws NotFound where the caller is no such recipient
   */
  void confirmDestroyed(ConfirmDestroyed command);

  /** A link for the caller, a named recipient of the agreement; logged, and good for a day. */
  DownloadLink issueDownloadLink(UUID id);

  /**
   * What a link opens, logged.
   *
   * @throws NotFound where the link is unknown, has expired, or its extract was recalled
   */
  Download open(String token);

  /** The public half of the signing key as PEM: what recipients keep to check packages with. */
  String signerKey();
}
