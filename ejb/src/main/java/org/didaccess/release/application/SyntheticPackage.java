package org.didaccess.release.application;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.SyntheticExtract;
import org.didaccess.release.bag.DataSinks;
import org.didaccess.release.bag.PackageDescription;
import org.didaccess.release.bag.SyntheticBag;
import org.didaccess.release.engine.EngineSettings;
import org.didaccess.release.engine.LocalPartition;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.WrittenPartition;

/**
 * A package of invented rows. No stored row is read: the rows are synthetic submissions that went
 * through the load's derivations, under keys that are thrown away; encoder, order and files are
 * those of a release.
 *
 * @param application the application's reference
 * @param dataSet the data set's title
 * @param format the form of the data files
 */
record SyntheticPackage(String application, String dataSet, ExtractFormat format) {

  private static final String MARK = "SYNTHETIC";
  private static final int SORT_BYTES = 4 << 20;

  /** Packs a table. */
  SyntheticExtract of(InventedTable table, LocalDate today) {
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
                table.columns(),
                written(stage, table));
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        SyntheticBag.write(description, stage, today, tar);
        return new SyntheticExtract(reference + ".tar", tar.toByteArray());
      } finally {
        RunFiles.remove(stage);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("The invented rows could not be written.", failed);
    }
  }

  private List<WrittenPartition> written(Path stage, InventedTable table) throws IOException {
    List<ReleaseColumn> columns = table.released();
    EngineSettings settings = new EngineSettings(1, SORT_BYTES, stage);
    PartitionSink sink = DataSinks.of(format, stage, columns);
    List<WrittenPartition> written = new ArrayList<>();
    for (Map.Entry<YearMonth, List<String>> file : table.lines().entrySet()) {
      written.add(
          LocalPartition.write(
              file.getKey(), file.getValue(), columns, table.keys(), settings, sink));
    }
    return written;
  }
}
