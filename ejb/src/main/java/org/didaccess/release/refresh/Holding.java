package org.didaccess.release.refresh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.didaccess.release.RefreshFigures;
import org.didaccess.shared.StagedFile;

/**
 * Which rows a recipient holds after one refresh, in a folder of its own. Its seal names the months
 * of which they hold any, so that a month of which they hold none is told from one that was lost.
 *
 * @param folder the folder
 */
public record Holding(Path folder) {

  /** The last line of a seal: one that was cut off has not got it. */
  private static final String END = "complete";

  /** Whether it is whole: all months were written, and none was found damaged since. */
  public boolean isKept() {
    try {
      return sealed().contains(END);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Says that these months are written, and no other is held. */
  public void complete(Collection<YearMonth> written) throws IOException {
    List<String> lines = new ArrayList<>();
    for (YearMonth month : written) {
      if (HeldMonth.figures(folder, month).held() > 0) {
        lines.add(month.toString());
      }
    }
    lines.add(END);
    String seal = String.join("\n", lines) + "\n";
    StagedFile.write(seal(), seal.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The months of which the recipient holds rows.
   *
   * @throws DamagedHoldingException where that is not known any more
   */
  List<YearMonth> months() throws IOException {
    List<String> lines;
    try {
      lines = sealed();
    } catch (NoSuchFileException lost) {
      throw new DamagedHoldingException(lost);
    }
    if (!lines.contains(END)) {
      throw new DamagedHoldingException(null);
    }
    return lines.subList(0, lines.size() - 1).stream().map(YearMonth::parse).toList();
  }

  /** Says that it is not to be believed any more. */
  void distrust() throws IOException {
    Files.deleteIfExists(seal());
  }

  private List<String> sealed() throws IOException {
    return Files.readAllLines(seal());
  }

  private Path seal() {
    return folder.resolve("complete");
  }

  /** Makes the folder, for its owner alone. */
  public void prepare() throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    StagedFile.forceNames(folder.getParent());
  }

  /**
   * The figures of the refresh that left it, over these months.
   *
   * @throws DamagedHoldingException where a month was lost
   */
  RefreshFigures figures(Collection<YearMonth> months) throws IOException {
    RefreshFigures all = RefreshFigures.NONE;
    try {
      for (YearMonth month : months) {
        all = all.plus(HeldMonth.figures(folder, month));
      }
    } catch (NoSuchFileException lost) {
      distrust();
      throw new DamagedHoldingException(lost);
    }
    return all;
  }
}
