package org.didaccess.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.didaccess.harness.Deadline;
import org.didaccess.harness.RunningProduct;
import org.didaccess.launcher.demo.Months;
import org.didaccess.launcher.demo.ReleaseDesk;
import org.didaccess.release.bag.Verification;

/** Extracts: a package is published once, whole, with the bytes of an undisturbed one. */
final class ReleaseSite extends Site<ReleaseDesk> {
  private static final long SWEPT_WITHIN_S = 60;

  /** Rows and digests of the months as they are when nobody is killed. */
  private final List<String> undisturbed;

  private ReleaseSite(RunningProduct product, Months months, Path folder) {
    super(Work.RELEASE, product, months, ReleaseDesk.over(months, product, folder), folder);
    order();
    awaitDone();
    undisturbed = facts().months(run());
    desk().giveUp(run());
    Deadline.within(SWEPT_WITHIN_S, "nothing is left of a cancelled run", () -> files().isEmpty());
  }

  static ReleaseSite over(Months months, RunningProduct product, Path folder) {
    return new ReleaseSite(product, months, folder);
  }

  @Override
  void ordered() {
    // The engine takes it up by itself.
  }

  @Override
  Attempt publishing() {
    desk().check(run());
    return Attempt.at(() -> desk().publish(run()));
  }

  @Override
  void finish() throws IOException {
    if (facts().publications(run()) == 0) {
      release();
    }
    assertThat(facts().publications(run())).isEqualTo(1);
    assertThat(facts().status(Work.RELEASE, run())).isEqualTo("PUBLISHED");
    mustWaitAt("offered");
    mustBeWhole();
    assertThatThrownBy(() -> desk().publish(run())).as("a second publication").isNotNull();
    assertThat(facts().publications(run())).isEqualTo(1);
    desk().recall(run());
    mustWaitAt("confirm-destruction");
  }

  private void release() {
    if (!facts().status(Work.RELEASE, run()).equals("CHECKED")) {
      awaitDone();
      mustWaitAt("check-extract");
      desk().check(run());
    }
    mustWaitAt("publish-extract");
    desk().publish(run());
  }

  private void mustBeWhole() throws IOException {
    Verification received = desk().received(run());
    assertThat(received.outcome()).isEqualTo(Verification.Outcome.VERIFIED);
    assertThat(received.rows()).isEqualTo(months().rows());
    assertThat(facts().months(run())).isEqualTo(undisturbed);
    Deadline.within(SWEPT_WITHIN_S, "the package is all that is left", () -> files().size() == 1);
    assertThat(files()).allMatch(name -> name.endsWith(".tar.age"));
    assertThat(names(releases().resolve("spill").resolve("did-1"))).isEmpty();
  }

  @Override
  void leave() {
    // Nobody looks on.
  }

  @Override
  boolean isAt(Moment moment) {
    return moment == Moment.PACKING
        ? files().stream().anyMatch(name -> name.endsWith(".age.part"))
        : names(releases().resolve(run()).resolve("stage/data")).stream()
            .anyMatch(name -> name.endsWith(".part"));
  }

  @Override
  String database() {
    throw new UnsupportedOperationException("An extract has no database.");
  }

  private List<String> files() {
    return names(releases().resolve(run()));
  }

  private Path releases() {
    return product().home().folder().resolve("releases");
  }

  private static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
