package org.didaccess.source.infrastructure;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.didaccess.source.CheckReport;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.ItemQuality;
import org.didaccess.source.Replacement;
import org.didaccess.source.StoredSubmission;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.application.SubmissionStore;
import org.didaccess.source.application.UploadWatch;
import org.didaccess.source.domain.SubmittedRecord;
import org.didaccess.source.domain.derivation.Derived;
import org.didaccess.source.domain.reference.Reference;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** One submission on its way through COPY into the staging table, in one transaction. */
final class StagingCopy implements SubmissionStore.Staging {

  private static final String COPY = "COPY pg_temp.staging (" + StagedRow.COLUMNS + ") FROM STDIN";
  private static final String ACCEPT =
      "SELECT * FROM source.accept_submission(?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)";

  private static final String STATE =
      "SELECT state, replaced_by, reference_version FROM source.submission_summary WHERE id = ?";

  private static final String RECORD_ITEMS = "SELECT source.record_items(?, ?, ?)";

  private final Connection connection;
  private final Reference reference;
  private final CopyIn copy;
  private final UploadWatch watch;

  /** Takes over the connection, in which the staging table stands open. */
  StagingCopy(Connection connection, Reference reference, UploadWatch watch) throws SQLException {
    this.connection = connection;
    this.reference = reference;
    this.watch = watch;
    PGConnection postgres = connection.unwrap(PGConnection.class);
    this.copy = postgres.getCopyAPI().copyIn(COPY);
    watch.holds(() -> cancel(postgres));
  }

  @Override
  public void encode(StringBuilder out, long row, SubmittedRecord submitted) {
    StagedRow.append(out, row, submitted, Derived.from(submitted, reference));
  }

  @Override
  public void encodeExclusion(StringBuilder out, long row) {
    StagedRow.appendExclusion(out, row);
  }

  @Override
  public void write(CharSequence encoded) {
    byte[] bytes = encoded.toString().getBytes(StandardCharsets.UTF_8);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public StoredSubmission accept(
      SubmissionMetadata metadata,
      Optional<Replacement> replacement,
      byte[] fileSha256,
      CheckReport report) {
    try {
      copy.endCopy();
      watch.storing();
      StoredSubmission stored = acceptStaged(metadata, replacement, fileSha256, report);
      if (stored.alreadyLoaded()) {
        refuseWhatCountsNoMore(stored.id());
      } else {
        recordItems(stored.id(), report.items());
      }
      watch.released();
      watch.refuseCancelled();
      connection.commit();
      return stored;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    watch.released();
    try (connection) {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
      connection.rollback();
    } catch (SQLException e) {
      throw notStored(e);
    }
  }

  private static void cancel(PGConnection connection) {
    try {
      connection.cancelQuery();
    } catch (SQLException e) {
      throw new InvalidSubmissionException("It could not be cancelled. Try again.", e);
    }
  }

  private StoredSubmission acceptStaged(
      SubmissionMetadata metadata,
      Optional<Replacement> replacement,
      byte[] fileSha256,
      CheckReport report)
      throws SQLException {
    try (PreparedStatement accept = connection.prepareStatement(ACCEPT)) {
      accept.setString(1, metadata.submitter());
      accept.setDate(2, Date.valueOf(metadata.receivedOn()));
      accept.setDate(3, Date.valueOf(metadata.reportingMonth().atDay(1)));
      accept.setBytes(4, fileSha256);
      accept.setString(5, report.referenceVersion());
      accept.setLong(6, report.rows());
      accept.setLong(7, report.rejected());
      accept.setLong(8, report.warnings());
      accept.setString(9, json(report.findings()));
      accept.setObject(10, replacement.map(Replacement::submission).orElse(null), Types.BIGINT);
      accept.setObject(11, replacement.map(Replacement::rows).orElse(null), Types.BIGINT);
      accept.setObject(12, replacement.map(Replacement::newRows).orElse(null), Types.BIGINT);
      try (ResultSet result = accept.executeQuery()) {
        result.next();
        return new StoredSubmission(
            result.getLong("id"),
            result.getBoolean("already_loaded"),
            result.getLong("accepted"),
            result.getLong("replaced_rows"),
            result.getLong("superseded_rows"),
            result.getLong("ambiguous_rows"));
      }
    }
  }

  /**
   * The very same file on the same day would otherwise look as if it counted, or as if it had
   * passed the lists that count today.
   */
  private void refuseWhatCountsNoMore(long submission) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(STATE)) {
      statement.setLong(1, submission);
      try (ResultSet found = statement.executeQuery()) {
        found.next();
        switch (found.getString("state")) {
          case "WITHDRAWN" -> throw again("This submission was withdrawn");
          case "REPLACED" ->
              throw again(
                  "Submission " + found.getLong("replaced_by") + " took the place of this one");
          default -> refuseOtherLists(submission, found.getString("reference_version"));
        }
      }
    }
  }

  private static InvalidSubmissionException again(String reason) {
    return new InvalidSubmissionException(
        reason
            + ", so that it is not stored again. If it is right after all, load it with the day on"
            + " which it was sent again.");
  }

  private void refuseOtherLists(long submission, String version) {
    if (!version.equals(reference.version())) {
      throw new InvalidSubmissionException(
          "This file is stored already, as submission %d, checked against the version %s of the lists, not against %s. To store what passes now, load it with the day on which it was sent again."
              .formatted(submission, version, reference.version()));
    }
  }

  private void recordItems(long submission, List<ItemQuality> items) throws SQLException {
    try (PreparedStatement record = connection.prepareStatement(RECORD_ITEMS)) {
      record.setLong(1, submission);
      record.setArray(2, counts(items, ItemQuality::filled));
      record.setArray(3, counts(items, ItemQuality::valid));
      record.execute();
    }
  }

  private Array counts(List<ItemQuality> items, Function<ItemQuality, Long> count)
      throws SQLException {
    return connection.createArrayOf("bigint", items.stream().map(count).toArray());
  }

  /** Keys are rule ids and values counts: nothing needs escaping. */
  private static String json(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> "\"" + count.getKey() + "\":" + count.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** What was called off failed for that reason alone. */
  private InvalidSubmissionException failed(SQLException cause) {
    watch.refuseCancelled();
    return notStored(cause);
  }

  static InvalidSubmissionException notStored(SQLException cause) {
    return LoaderRefusal.of("The submission", cause);
  }
}
