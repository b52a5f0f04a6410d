package org.didaccess.release.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.didaccess.pseudonym.ReleaseKeys;

/**
 * What a worker needs to write the fields of its rows, in their order: kinds, words and tokens. Not
 * safe for use by several threads at once.
 */
final class FieldPlan {

  private static final String ORDER_COLUMN = "record_ref";

  private final List<ReleaseColumn> columns;
  private final LabelTable[] labels;
  private final PersonTokens[] people;
  private final RecordTokens records;

  FieldPlan(List<ReleaseColumn> columns, ReleaseKeys keys) {
    this.columns = columns;
    this.labels = columns.stream().map(LabelTable::of).toArray(LabelTable[]::new);
    this.people =
        columns.stream()
            .map(column -> new PersonTokens(keys.of(column.source())))
            .toArray(PersonTokens[]::new);
    this.records = new RecordTokens(keys);
  }

  /**
   * The columns to read, the one that orders first. A record's token needs no other: it is made of
   * that one, wherever it leaves.
   */
  static List<String> sources(List<ReleaseColumn> columns) {
    return Stream.concat(
            Stream.of(ORDER_COLUMN),
            columns.stream()
                .filter(column -> column.kind() != ColumnKind.RECORD_TOKEN)
                .map(ReleaseColumn::source))
        .toList();
  }

  List<String> sources() {
    return sources(columns);
  }

  ColumnKind[] kinds() {
    return columns.stream().map(ReleaseColumn::kind).toArray(ColumnKind[]::new);
  }

  LabelTable[] labels() {
    return labels;
  }

  /** What the words of one row take at most, in bytes. */
  int roomForWords() {
    return Arrays.stream(labels).mapToInt(LabelTable::longest).sum();
  }

  PersonTokens[] people() {
    return people;
  }

  RecordTokens records() {
    return records;
  }
}
