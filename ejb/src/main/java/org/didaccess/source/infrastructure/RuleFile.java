package org.didaccess.source.infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.didaccess.source.domain.Rule;
import org.didaccess.source.domain.RuleBook;
import org.didaccess.source.domain.Severity;

/** Reads the rules that the product ships. */
public final class RuleFile {

  private static final String RESOURCE = "/org/didaccess/source/rules.csv";

  private RuleFile() {}

  /** The rules as data. */
  public static List<Rule> rules() {
    try (InputStream file = RuleFile.class.getResourceAsStream(RESOURCE)) {
      return CsvTable.read(file).stream()
          .map(
              line ->
                  new Rule(
                      line.text("id"),
                      Severity.valueOf(line.text("severity")),
                      line.text("item"),
                      line.text("wording"),
                      line.text("source")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rules, each joined to its check. */
  public static RuleBook book() {
    return new RuleBook(rules());
  }
}
