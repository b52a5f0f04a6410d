package org.didaccess.release.bag;

import java.util.regex.Pattern;

/** The name of a file in a tar: the bag's folder, then the file in it. */
final class BagPath {

  /** A reference is one plain name: nothing that leads elsewhere when the tar is unpacked. */
  private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,99}");

  private static final Pattern FILE =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}(/[A-Za-z0-9][A-Za-z0-9._-]{0,99}){0,9}");

  private BagPath() {}

  /** Whether a bag's folder may be called so. */
  static boolean isFolder(String name) {
    return FOLDER.matcher(name).matches();
  }

  /**
   * The folder that a file of the tar lies in.
   *
   * @throws NotABagException where its name leads anywhere but into one folder
   */
  static String folderOf(String entry) throws NotABagException {
    int slash = entry.indexOf('/');
    if (slash < 0 || !isFolder(entry.substring(0, slash)) || !isFile(entry.substring(slash + 1))) {
      throw new NotABagException("has a file that does not lie in one plainly named folder");
    }
    return entry.substring(0, slash);
  }

  private static boolean isFile(String name) {
    return FILE.matcher(name).matches();
  }
}
