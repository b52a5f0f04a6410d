package org.didaccess.source;

import java.io.InputStream;
import java.util.List;
import org.didaccess.shared.InvalidInput;

/** The lists that submissions are checked against, in versions of which one counts. */
public interface ReferenceUseCases {

  /** All versions by name, the shipped sample last. */
  List<ReferenceVersion> versions();

  /**
   * Makes a version of published files and of the one that counts now, and lets it count; all or
   * nothing.
   *
   * @param name of the new version: up to 50 letters, digits, dots, hyphens and underscores
   * @param archive a zip of published files, each known by its name, alone or in zips of its own;
   *     read to its end, not closed
   * @throws InvalidInput where the name is none, or taken
   * @throws InvalidSubmissionException where a file is not as it was published; the message says
   *     what to do
   */
  ImportedReference importFrom(String name, InputStream archive);

  /**
   * Lets another version count, for files that are checked from now on.
   *
   * @throws InvalidInput where no name is given
   * @throws InvalidSubmissionException where there is none of that name
   */
  void use(String name);
}
