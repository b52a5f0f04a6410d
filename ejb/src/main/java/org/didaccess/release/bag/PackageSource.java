package org.didaccess.release.bag;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.didaccess.shared.FileFault;

/**
 * The files that a package lies in. Where the machine does not give one, that is no change of the
 * package; what decrypts and unpacks would give it for one, so that it is remembered here.
 */
final class PackageSource {

  private final Path path;
  private IOException fault;

  /** An encrypted package, its tar, or the unpacked folder. */
  PackageSource(Path path) throws NoSuchFileException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    this.path = path;
  }

  Path path() {
    return path;
  }

  boolean isFolder() {
    return Files.isDirectory(path);
  }

  /** The files of the unpacked folder. */
  List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(path)) {
      return walk.filter(file -> !Files.isDirectory(file)).sorted().toList();
    } catch (UncheckedIOException closed) {
      throw remembered(path, closed.getCause());
    }
  }

  /** One of the files, or the single one. */
  InputStream open(Path file) throws IOException {
    try {
      return new Watched(file, Files.newInputStream(file));
    } catch (IOException unopened) {
      throw remembered(file, unopened);
    }
  }

  /**
   * Asked when all was read, or no more could be.
   *
   * @throws IOException where a file could not be read, whatever was made of it meanwhile
   */
  void refuseUnread() throws IOException {
    if (fault != null) {
      throw fault;
    }
  }

  private IOException remembered(Path file, IOException cause) {
    if (fault == null) {
      fault = new IOException(file + ": " + FileFault.reason(cause), cause);
    }
    return fault;
  }

  private final class Watched extends FilterInputStream {

    private final Path file;

    private Watched(Path file, InputStream content) {
      super(content);
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException broken) {
        throw remembered(file, broken);
      }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      try {
        return super.read(bytes, from, length);
      } catch (IOException broken) {
        throw remembered(file, broken);
      }
    }
  }
}
