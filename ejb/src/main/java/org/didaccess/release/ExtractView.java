package org.didaccess.release;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.didaccess.shared.TurnView;

/**
 * An extract with everything that its page shows.
 *
 * @param id the extract, which is also the guard's run
 * @param reference its reference
 * @param agreementId the agreement it leaves under
 * @param agreementReference that agreement's reference
 * @param recipient the receiving organisation's name
 * @param status where it stands
 * @param statusLabel the same in words
 * @param progress how far the preparation is
 * @param findings what the second person checks; null until it is prepared
 * @param refresh as which refresh it came about; null where somebody ordered it by itself
 * @param objections what became of patients' objections; null until it is prepared
 * @param packageBytes size of the package, null until it is prepared
 * @param packageSha256 SHA-256 of the encrypted package, null until it is prepared
 * @param preparedBy name of who ordered and prepared it
 * @param checkedBy name of who checked it, or null
 * @param checkNote what that person noted, or null
 * @param publishedBy name of who published it, or null
 * @param offeredUntil until when it can be downloaded, or null
 * @param reason why it failed, was cancelled or recalled, or null
 * @param destroyedBy name of who confirmed that every copy is destroyed, or null
 * @param destructionStatement what that person stated, or null
 * @param withdrawnRows how many of the rows that it may hold were withdrawn by their provider since
 * @param withdrawalReasons why they were withdrawn; empty where none were
 * @param orderedAt when it was ordered
 * @param version for the next command
 * @param turn whose turn it is
 * @param mayCheck whether the caller may check it
 * @param mayPublish whether the caller may publish it
 * @param mayPause whether the caller may let the engine stop
 * @param mayResume whether the caller may let it go on
 * @param mayCancel whether the caller may cancel it
 * @param mayRecall whether the caller may recall it
 * @param mayDownload whether the caller may ask for a link
 * @param mayConfirmDestroyed whether the caller may confirm that every copy is destroyed
 */
public record ExtractView(
    UUID id,
    String reference,
    UUID agreementId,
    String agreementReference,
    String recipient,
    ExtractStatus status,
    String statusLabel,
    RunProgress<ExtractStatus> progress,
    CheckFindings findings,
    RefreshView refresh,
    HandledObjections objections,
    Long packageBytes,
    String packageSha256,
    String preparedBy,
    String checkedBy,
    String checkNote,
    String publishedBy,
    Instant offeredUntil,
    String reason,
    String destroyedBy,
    String destructionStatement,
    long withdrawnRows,
    List<String> withdrawalReasons,
    Instant orderedAt,
    long version,
    TurnView turn,
    boolean mayCheck,
    boolean mayPublish,
    boolean mayPause,
    boolean mayResume,
    boolean mayCancel,
    boolean mayRecall,
    boolean mayDownload,
    boolean mayConfirmDestroyed) {

  /** Keeps its own copy of the reasons. */
  public ExtractView {
    withdrawalReasons = List.copyOf(withdrawalReasons);
  }
}
