package org.didaccess.release.bag;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;

/**
 * A tar in which what tells about a file is of bounded size: long names and attributes stand in
 * entries of their own, which the library takes into memory whole and calls itself for.
 */
final class BoundedTar extends TarArchiveInputStream {

  /** Far more than a path of ours has. */
  private static final long LIMIT = 1 << 16;

  /** A file may have a long name, a long link and attributes, after attributes for all files. */
  private static final int MOST_IN_A_ROW = 4;

  private static final int SIZE_AT = 124;
  private static final int TYPE_AT = 156;

  private int inARow;

  BoundedTar(InputStream content) {
    super(content);
  }

  @Override
  protected byte[] readRecord() throws IOException {
    byte[] header = super.readRecord();
    inARow = header != null && isAboutAFile(header[TYPE_AT]) ? inARow + 1 : 0;
    if (inARow > MOST_IN_A_ROW || (inARow > 0 && size(header) > LIMIT)) {
      throw new NotABagException("tells more about a file than a package does");
    }
    return header;
  }

  private static boolean isAboutAFile(byte type) {
    return switch (type) {
      case TarConstants.LF_GNUTYPE_LONGNAME,
          TarConstants.LF_GNUTYPE_LONGLINK,
          TarConstants.LF_PAX_EXTENDED_HEADER_LC,
          TarConstants.LF_PAX_EXTENDED_HEADER_UC,
          TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER ->
          true;
      default -> false;
    };
  }

  private static long size(byte[] header) throws IOException {
    try {
      return TarUtils.parseOctalOrBinary(header, SIZE_AT, TarConstants.SIZELEN);
    } catch (IllegalArgumentException noNumber) {
      throw new NotABagException("has a broken header");
    }
  }
}
