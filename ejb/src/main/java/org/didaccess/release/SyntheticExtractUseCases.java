package org.didaccess.release;

import java.util.UUID;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.NotFound;

/**
 * Invented rows in the form of an extract, for whoever wants to try programs before an approval.
 */
public interface SyntheticExtractUseCases {

  /**
   * Makes invented rows of exactly the fields that an application asks for, as it stands.
   *
   * @param application one that the caller may see
   * @param format the form of the data files
   * @throws NotFound where the caller may not see the application
   * @throws InvalidInput where no field is chosen yet
   */
  SyntheticExtract make(UUID application, ExtractFormat format);
}
