package org.didaccess.release.bag;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.didaccess.release.ExtractFormat;

/** The names of the files in a bag. */
final class BagNames {

  static final String DECLARATION = "bagit.txt";
  static final String INFO = "bag-info.txt";
  static final String DATA_PACKAGE = "datapackage.json";
  static final String SCHEMA = "schema.json";
  static final String CODE_BOOK = "codebook.html";
  static final String PRINTED_CODE_BOOK = "codebook.pdf";
  static final String PROOF = "proof.json";
  static final String MANIFEST = "manifest-sha512.txt";
  static final String TAG_MANIFEST = "tagmanifest-sha512.txt";
  static final String SYNTHETIC = "SYNTHETIC.txt";
  static final String SIGNATURE = "signature.json";
  static final String DATA = "data/";
  static final String MOVED_PEOPLE = DATA + "moved-people.csv";

  /** What is read besides being counted and digested; of everything else the digest is enough. */
  private static final Set<String> READ =
      Set.of(PROOF, DATA_PACKAGE, SCHEMA, MANIFEST, TAG_MANIFEST, SIGNATURE);

  private BagNames() {}

  static String data(YearMonth month, ExtractFormat format) {
    return DATA + month + format.suffix();
  }

  /** The format that a data file's name tells of. */
  static Optional<ExtractFormat> formatOf(String name) {
    return Arrays.stream(ExtractFormat.values())
        .filter(format -> name.endsWith(format.suffix()))
        .findFirst();
  }

  static boolean isRead(String name) {
    return READ.contains(name);
  }

  static boolean isData(String name) {
    return name.startsWith(DATA);
  }
}
