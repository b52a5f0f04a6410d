package org.didaccess.release.bag;

/** The recipient's own study id, which rows of a cohort have beside the approved fields. */
public final class StudyId {

  /** The column's name. */
  public static final String NAME = "STUDY_ID";

  /** What it means, for the recipient. */
  public static final String MEANING =
      "Your own study id of the person, from the cohort file that was matched.";

  /** The line of a canonical selection by which rows are of a cohort. */
  static final String FILTER = "filter=cohort=own";

  private StudyId() {}
}
