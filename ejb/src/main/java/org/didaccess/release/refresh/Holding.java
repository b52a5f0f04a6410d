package org.didaccess.release.refresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.YearMonth;
import java.util.Collection;
import org.didaccess.release.RefreshFigures;

/**
 * Which rows a recipient holds after one refresh, in a folder of its own.
 *
 * @param folder the folder
 */
public record Holding(Path folder) {

  /** Whether it is whole: all months were written, and none was found damaged since. */
  public boolean isKept() {
    return Files.exists(seal());
  }

  /** Says that all months are written. */
  public void complete() throws IOException {
    Files.write(seal(), new byte[0]);
  }

  /** Says that it is not to be believed any more. */
  void distrust() throws IOException {
    Files.deleteIfExists(seal());
  }

  private Path seal() {
    return folder.resolve("complete");
  }

  /** Makes the folder, for its owner alone. */
  public void prepare() throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /** The figures of the refresh that left it, over these months. */
  public RefreshFigures figures(Collection<YearMonth> months) throws IOException {
    RefreshFigures all = RefreshFigures.NONE;
    for (YearMonth month : months) {
      all = all.plus(HeldMonth.figures(folder, month));
    }
    return all;
  }
}
