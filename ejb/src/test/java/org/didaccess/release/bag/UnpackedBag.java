package org.didaccess.release.bag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A package opened into a folder, as a recipient would, to be changed and checked. */
record UnpackedBag(Path folder) {

  static UnpackedBag of(PackageFile packed, String identity, Path folder) throws IOException {
    BagReader.read(
        new PackageSource(packed.path()),
        Optional.of(identity),
        (name, content) -> save(folder, name, content));
    return new UnpackedBag(folder);
  }

  private static void save(Path folder, String name, InputStream content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.copy(content, file);
  }

  List<String> files() {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Changes one bit in the middle of a file. */
  void flipBit(String name) throws IOException {
    Path file = folder.resolve(name);
    byte[] content = Files.readAllBytes(file);
    content[content.length / 2] ^= 1;
    Files.write(file, content);
  }

  void delete(String name) throws IOException {
    Files.delete(folder.resolve(name));
  }

  String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
