package org.didaccess.source.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.didaccess.source.Submissions.csv;
import static org.didaccess.source.Submissions.file;
import static org.didaccess.source.Submissions.good;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.NotFound;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.LoadReceipt;
import org.didaccess.source.UploadProgress.Stage;
import org.didaccess.source.application.UploadWatch;
import org.didaccess.source.application.Uploads;
import org.junit.jupiter.api.Test;

/** A load that is called off ends at once, wherever it is, and leaves nothing behind. */
class CancelledLoadTest {

  private final LoadedDatabase database = LoadedDatabase.fresh();
  private final UploadWatch watch = new UploadWatch();

  @Test
  void while_the_file_is_read() throws SQLException {
    InputStream calledOffHalfWay =
        new FilterInputStream(watch.watched(file(csv(good())))) {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, Math.min(length, 100));
            watch.cancel();
            return read;
          }
        };

    assertThatThrownBy(() -> load(calledOffHalfWay))
        .isInstanceOf(InvalidSubmissionException.class)
        .hasMessageContaining("cancelled");
    assertThat(watch.progress().bytesRead()).isPositive();
    nothingIsStored();
  }

  @Test
  void while_the_database_is_at_work() throws SQLException {
    try (Connection holding = database.database().superuser();
        Statement statement = holding.createStatement()) {
      holding.setAutoCommit(false);
      statement.execute("LOCK TABLE source.submission IN ACCESS EXCLUSIVE MODE");
      CompletableFuture<LoadReceipt> load =
          CompletableFuture.supplyAsync(() -> load(watch.watched(file(csv(good())))));
      awaitLoaderAtTheLock();
      assertThat(watch.progress().stage()).isEqualTo(Stage.STORING);
      watch.cancel();
      assertThatThrownBy(load::join)
          .isInstanceOf(CompletionException.class)
          .hasMessageContaining("It was cancelled. Nothing was stored.");
      holding.rollback();
    }
    nothingIsStored();
    assertThat(database.load(csv(good()), LoadedDatabase.may()).stored()).isPresent();
  }

  @Test
  void before_it_began_and_no_connection_is_kept() throws SQLException {
    watch.cancel();

    assertThatThrownBy(() -> load(watch.watched(file(csv(good())))))
        .hasMessageContaining("It was cancelled. Nothing was stored.");
    nothingIsStored();
    awaits("SELECT count(*) = 0 FROM pg_stat_activity WHERE usename = 'did_loader'");
  }

  @Test
  void whoever_did_not_begin_it_neither_sees_it_nor_calls_it_off() {
    Uploads uploads = new Uploads();
    UUID upload = UUID.randomUUID();
    UUID sender = UUID.randomUUID();
    String done =
        uploads.watching(
            upload,
            sender,
            under -> {
              assertThat(uploads.find(upload, sender)).isSameAs(under);
              assertThatThrownBy(() -> uploads.find(upload, UUID.randomUUID()))
                  .isInstanceOf(NotFound.class);
              assertThatThrownBy(() -> uploads.watching(upload, sender, again -> ""))
                  .isInstanceOf(InvalidInput.class);
              return "done";
            });
    assertThat(done).isEqualTo("done");
    assertThatThrownBy(() -> uploads.find(upload, sender)).isInstanceOf(NotFound.class);
  }

  @Test
  void what_was_released_is_not_stopped_any_more() {
    watch.holds(
        () -> {
          throw new AssertionError("this connection serves somebody else by now");
        });
    watch.released();
    watch.cancel();
    assertThatThrownBy(watch::refuseCancelled).isInstanceOf(InvalidSubmissionException.class);
  }

  private void awaitLoaderAtTheLock() throws SQLException {
    awaits(
        "SELECT count(*) = 1 FROM pg_stat_activity"
            + " WHERE usename = 'did_loader' AND wait_event_type = 'Lock'");
  }

  /** The database is asked again and again: what is waited for happens in another session. */
  private void awaits(String condition) throws SQLException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!database.text(condition).equals("t")) {
      assertThat(System.nanoTime()).as(condition).isLessThan(end);
    }
  }

  private LoadReceipt load(InputStream file) {
    return new SubmissionEngine(ReferenceFiles.sample(), Runnable::run)
        .load(
            file,
            LoadedDatabase.may(),
            Optional.empty(),
            OutputStream.nullOutputStream(),
            database.loader(),
            watch);
  }

  private void nothingIsStored() throws SQLException {
    assertThat(database.number("SELECT count(*) FROM source.submission")).isZero();
    assertThat(database.number("SELECT count(*) FROM vault.record")).isZero();
  }
}
