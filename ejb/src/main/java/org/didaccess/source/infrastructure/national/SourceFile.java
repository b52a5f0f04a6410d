package org.didaccess.source.infrastructure.national;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.didaccess.source.InvalidSubmissionException;

/** A published file, read line by line: some are larger than memory. */
final class SourceFile {

  /** Opens it once. */
  interface Opening {
    InputStream open() throws IOException;
  }

  private static final char NEVER_IN_TEXT = '\u0001';

  private final String name;
  private final Opening opening;
  private final char separator;
  private final char quote;

  private SourceFile(String name, Opening opening, char separator, char quote) {
    this.name = name;
    this.opening = opening;
    this.separator = separator;
    this.quote = quote;
  }

  static SourceFile csv(Path path) {
    return csv(path.getFileName().toString(), () -> Files.newInputStream(path));
  }

  static SourceFile csv(String name, Opening opening) {
    return new SourceFile(name, opening, ',', '"');
  }

  /** SNOMED CT's release format knows no quotes. */
  static SourceFile tabbed(Path path) {
    return new SourceFile(
        path.getFileName().toString(), () -> Files.newInputStream(path), '\t', NEVER_IN_TEXT);
  }

  String name() {
    return name;
  }

  /** Every line, for a file without a header. */
  void each(Consumer<SourceLine> taker) {
    read(record -> taker.accept(line(record)));
  }

  /** Every line after the header. */
  void each(HeaderTaker header, Consumer<SourceLine> taker) {
    boolean[] begun = {false};
    read(
        record -> {
          if (begun[0]) {
            taker.accept(line(record));
          } else {
            begun[0] = true;
            header.take(new Header(name(), record.getFields()));
          }
        });
    if (!begun[0]) {
      throw new InvalidSubmissionException(name() + " is empty. Nothing was imported.");
    }
  }

  /** Finds the columns that it needs before the first line comes. */
  interface HeaderTaker {
    void take(Header header);
  }

  /** The names in the first line; capitals do not count. */
  static final class Header {

    private final String file;
    private final Map<String, Integer> places = new HashMap<>();

    private Header(String file, List<String> names) {
      this.file = file;
      for (int place = 0; place < names.size(); place++) {
        places.put(names.get(place).strip().toLowerCase(Locale.ROOT), place);
      }
    }

    /** The place of the first of these names that is there; -1 where none is. */
    int optional(String... names) {
      for (String name : names) {
        if (places.containsKey(name.toLowerCase(Locale.ROOT))) {
          return places.get(name.toLowerCase(Locale.ROOT));
        }
      }
      return -1;
    }

    int required(String... names) {
      int place = optional(names);
      if (place < 0) {
        throw new InvalidSubmissionException(
            file
                + " has no column "
                + String.join(" or ", names)
                + ". Give the file as it was published. Nothing was imported.");
      }
      return place;
    }
  }

  private void read(Consumer<CsvRecord> taker) {
    try (CsvReader<CsvRecord> lines =
        CsvReader.builder()
            .fieldSeparator(separator)
            .quoteCharacter(quote)
            .detectBomHeader(true)
            .ofCsvRecord(opening.open(), StandardCharsets.UTF_8)) {
      for (CsvRecord record : lines) {
        taker.accept(record);
      }
    } catch (NoSuchFileException e) {
      throw new InvalidSubmissionException("There is no file " + name + ".", e);
    } catch (IOException | CsvParseException e) {
      throw new InvalidSubmissionException(
          name() + " cannot be read: " + e.getMessage() + ". Nothing was imported.", e);
    }
  }

  private SourceLine line(CsvRecord record) {
    return new SourceLine(
        name(),
        record.getStartingLineNumber(),
        record.getFields().stream().map(String::strip).toList());
  }
}
