package org.didaccess.source.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.didaccess.shared.Sha256;
import org.didaccess.source.InventedEvents;
import org.didaccess.source.application.RecordReader;
import org.didaccess.source.domain.SubmittedRecord;
import org.didaccess.source.domain.derivation.Derived;
import org.didaccess.source.domain.reference.Reference;
import org.didaccess.source.synthetic.Synthesis;
import org.didaccess.source.synthetic.SynthesisPlan;

/** Takes synthetic submissions through the reading and deriving of a load, and stops before it. */
@ApplicationScoped
public class SyntheticEvents implements InventedEvents {

  private static final String SUBMITTER = "Z1A";
  private static final int REFERENCE_BYTES = 16;

  /** What the database gives a row that the staging table does not have. */
  private static final List<String> GIVEN_BY_LOAD =
      List.of("person_ref", "record_ref", "submitter");

  private static final List<String> STAGED = List.of(StagedRow.COLUMNS.split(", *"));
  private static final int NHS_NUMBER = STAGED.indexOf("nhs_number");
  private static final int ACCESSION_NUMBER = STAGED.indexOf("accession_number");

  @Override
  public List<String> columns() {
    return Stream.concat(STAGED.stream(), GIVEN_BY_LOAD.stream()).toList();
  }

  @Override
  public List<List<String>> month(YearMonth month, int rows, long seed) {
    Reference reference = ReferenceFiles.sample();
    RecordReader submission = submission(month, rows, seed, reference);
    List<List<String>> events = new ArrayList<>(rows);
    for (RecordReader.Block block = submission.next(); block != null; block = submission.next()) {
      for (List<String> fields : block.records()) {
        events.add(event(events.size() + 1L, SubmittedRecord.of(fields), reference));
      }
    }
    return events;
  }

  private static RecordReader submission(
      YearMonth month, int rows, long seed, Reference reference) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      new Synthesis(new SynthesisPlan(rows, 1, month, seed, SUBMITTER), reference, Runnable::run)
          .write(0, file, done -> {});
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return new CsvSubmission(new ByteArrayInputStream(file.toByteArray()));
  }

  private static List<String> event(long line, SubmittedRecord submitted, Reference reference) {
    StringBuilder row = new StringBuilder();
    StagedRow.append(row, line, submitted, Derived.from(submitted, reference));
    row.setLength(row.length() - 1);
    List<String> values = new ArrayList<>(Arrays.asList(row.toString().split("\t", -1)));
    String person = values.get(NHS_NUMBER);
    String record = values.get(ACCESSION_NUMBER);
    values.add(reference(person.equals("\\N") ? record : person));
    values.add(reference(record));
    values.add(SUBMITTER);
    return values;
  }

  /** Sixteen bytes in place of what identifies, as COPY writes them. */
  private static String reference(String of) {
    MessageDigest digest = Sha256.digest();
    byte[] hash = digest.digest(of.getBytes(StandardCharsets.UTF_8));
    return "\\\\x" + HexFormat.of().formatHex(hash, 0, REFERENCE_BYTES);
  }
}
