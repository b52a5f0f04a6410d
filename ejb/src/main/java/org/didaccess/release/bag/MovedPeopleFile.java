package org.didaccess.release.bag;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.YearMonth;
import java.util.List;
import org.didaccess.release.engine.EngineSettings;
import org.didaccess.release.engine.KeyedRowSorter;
import org.didaccess.release.refresh.MovedPeople;
import org.didaccess.shared.StagedFile;

/** The list of person tokens that took the place of others, as a file of the package. */
public final class MovedPeopleFile {

  private MovedPeopleFile() {}

  /**
   * Writes the list.
   *
   * @param stage the run's private folder
   */
  public static WrittenFile write(
      Path stage, MovedPeople moved, List<YearMonth> months, EngineSettings settings)
      throws IOException {
    Files.createDirectories(settings.spillFolder());
    MessageDigest digest = Digests.sha512();
    try (StagedFile file = new StagedFile(stage.resolve(BagNames.MOVED_PEOPLE));
        KeyedRowSorter sorter = new KeyedRowSorter(settings.sortBytes(), settings.spillFolder())) {
      OutputStream text = new BufferedOutputStream(new DigestOutputStream(file.stream(), digest));
      text.write(MovedPeople.HEADER.getBytes(StandardCharsets.US_ASCII));
      long rows = moved.drain(months, sorter, text::write);
      text.flush();
      long bytes = file.channel().size();
      file.publish();
      return new WrittenFile(BagNames.MOVED_PEOPLE, rows, bytes, Digests.hex(digest));
    }
  }
}
