package org.didaccess.release.bag;

/** What a field of the catalogue is called in a released file. */
public final class FieldNames {

  /** The catalogue's field for a person; a release has the agreement's token in its place. */
  public static final String PERSON = "PERSON_ID";

  /** The catalogue's field for a record; a release has the agreement's token in its place. */
  public static final String RECORD = "SUBMISSION_DATA_ID";

  private static final String TOKEN = "TOKEN_";

  private FieldNames() {}

  /** The column's name in the files for a field of the catalogue. */
  public static String columnOf(String field) {
    return PERSON.equals(field) || RECORD.equals(field) ? TOKEN + field : field;
  }

  /** The field of the catalogue for a column of the files. */
  public static String fieldOf(String column) {
    return column.startsWith(TOKEN) ? column.substring(TOKEN.length()) : column;
  }
}
