package org.didaccess.release.bag;

import java.util.List;

/** What a field of the catalogue is called in a released file. */
public final class FieldNames {

  /** The catalogue's field for a person; a release has the agreement's token in its place. */
  public static final String PERSON = "PERSON_ID";

  /** The catalogue's field for a record; a release has the agreement's token in its place. */
  public static final String RECORD = "SUBMISSION_DATA_ID";

  /** The person under each of two agreements that a bridge joins. */
  public static final List<String> BRIDGED = List.of(PERSON + "_1", PERSON + "_2");

  private static final String TOKEN = "TOKEN_";

  private FieldNames() {}

  /** The column's name in the files for a field of the catalogue. */
  public static String columnOf(String field) {
    return isPerson(field) || RECORD.equals(field) ? TOKEN + field : field;
  }

  /** Whether the field is a person, of the agreement or of one that a bridge joins. */
  public static boolean isPerson(String field) {
    return PERSON.equals(field) || BRIDGED.contains(field);
  }

  /** The field of the catalogue for a column of the files. */
  public static String fieldOf(String column) {
    return column.startsWith(TOKEN) ? column.substring(TOKEN.length()) : column;
  }
}
