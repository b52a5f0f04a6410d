package org.didaccess.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.didaccess.db.Ports;
import org.didaccess.harness.Deadline;
import org.didaccess.harness.RunningProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stopping a product that another thread starts. */
class ProductIT {

  @TempDir private Path home;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @Test
  void closing_it_while_it_starts_stops_what_had_begun_and_begins_nothing_more()
      throws IOException {
    Settings settings = RunningProduct.settings(home, Ports.free());
    Product product = product(settings);
    CompletableFuture<Void> start = CompletableFuture.runAsync(product::start);
    Deadline.within(60, "the first database starts", () -> told().contains("main database"));

    product.close();

    assertThatThrownBy(() -> start.get(60, TimeUnit.SECONDS))
        .hasCauseInstanceOf(LaunchProblem.class);
    assertThat(MainDatabase.join(settings)).isEmpty();
    assertThat(settings.home().server()).doesNotExist();
    settings.home().lock().close();
  }

  @Test
  void one_that_was_closed_is_not_started() {
    Product product = product(RunningProduct.settings(home, Ports.free()));

    product.close();

    assertThatThrownBy(product::start).isInstanceOf(LaunchProblem.class);
    assertThat(home).isEmptyDirectory();
  }

  private Product product(Settings settings) {
    return new Product(settings, new PrintStream(told, true, StandardCharsets.UTF_8));
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }
}
