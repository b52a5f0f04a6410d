package org.didaccess.release.domain;

import java.util.List;
import org.didaccess.release.engine.ReleaseColumn;

/** In which columns the fields of the catalogue leave, whoever asks: it opens nothing. */
public interface FieldColumns {

  /** The columns of these fields, in the order of a release; one that cannot leave is missing. */
  List<ReleaseColumn> columns(String dataSet, String version, List<String> fields);
}
