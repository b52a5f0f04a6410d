package org.didaccess.release.application;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.didaccess.pseudonym.ReleaseKeys;
import org.didaccess.pseudonym.TokenKey;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.SyntheticExtract;
import org.didaccess.release.bag.DataSinks;
import org.didaccess.release.bag.DescribedColumn;
import org.didaccess.release.bag.PackageDescription;
import org.didaccess.release.bag.SyntheticBag;
import org.didaccess.release.engine.EngineSettings;
import org.didaccess.release.engine.LocalPartition;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.WrittenPartition;
import org.didaccess.source.InventedEvents;

/**
 * A package of invented rows. No stored row is read: the rows are synthetic submissions that went
 * through the load's derivations, under a key that is thrown away; encoder, order and files are
 * those of a release.
 *
 * @param application the application's reference
 * @param dataSet the data set's title
 * @param format the form of the data files
 */
record SyntheticPackage(String application, String dataSet, ExtractFormat format) {

  static final int MONTHS = 3;
  static final int ROWS_A_MONTH = 500;

  private static final String MARK = "SYNTHETIC";
  private static final int SORT_BYTES = 4 << 20;

  /** Rows of the three months before this one. */
  SyntheticExtract of(List<DescribedColumn> columns, InventedEvents events, Clock clock) {
    String reference = MARK + "-" + application;
    try {
      Path stage = Files.createTempDirectory("did-synthetic-");
      try {
        PackageDescription description =
            new PackageDescription(
                reference,
                MARK + ": " + dataSet,
                null,
                Preparation.PRODUCT_VERSION,
                format,
                columns,
                written(stage, columns, events, clock));
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        SyntheticBag.write(description, stage, LocalDate.now(clock), tar);
        return new SyntheticExtract(reference + ".tar", tar.toByteArray());
      } finally {
        RunFiles.remove(stage);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("The invented rows could not be written.", failed);
    }
  }

  private List<WrittenPartition> written(
      Path stage, List<DescribedColumn> described, InventedEvents events, Clock clock)
      throws IOException {
    List<ReleaseColumn> columns = described.stream().map(DescribedColumn::column).toList();
    ReleaseKeys thrownAway = ReleaseKeys.unmarked(TokenKey.random(new SecureRandom()));
    EngineSettings settings = new EngineSettings(1, SORT_BYTES, stage);
    PartitionSink sink = DataSinks.of(format, stage, columns);
    List<WrittenPartition> written = new ArrayList<>();
    for (int ago = MONTHS; ago > 0; ago--) {
      YearMonth month = YearMonth.now(clock).minusMonths(ago);
      List<String> rows = rows(events, month, ago, LocalPartition.sources(columns));
      written.add(LocalPartition.write(month, rows, columns, thrownAway, settings, sink));
    }
    return written;
  }

  /** Rows as the guard's view would give them. */
  private static List<String> rows(
      InventedEvents events, YearMonth month, long seed, List<String> sources) {
    List<String> there = events.columns();
    int[] places = sources.stream().mapToInt(there::indexOf).toArray();
    return events.month(month, ROWS_A_MONTH, seed).stream()
        .map(
            values ->
                IntStream.of(places)
                    .mapToObj(values::get)
                    .collect(Collectors.joining("\t", "", "\n")))
        .toList();
  }
}
