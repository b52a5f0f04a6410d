package org.didaccess.source.infrastructure.national;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.didaccess.source.InvalidSubmissionException;
import org.didaccess.source.domain.reference.Organisation.Role;

/**
 * Published files as they are downloaded: by themselves, in folders, in zip archives, and in
 * archives within those. Each is known by its name; what is not known is passed over. What is
 * unpacked stands in a private folder until this is closed.
 */
public final class PublishedFiles implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(PublishedFiles.class.getName());
  private static final byte[] ZIP = {'P', 'K'};
  private static final int DEEPEST = 2;

  /** The end record of an archive, as PKWARE's description of the format has it. */
  private static final int END_MARK = 0x06054b50;

  private static final int SHORTEST_END = 22;
  private static final int LONGEST_END = SHORTEST_END + 0xffff;
  private static final int DIRECTORY_SIZE = 12;
  private static final long MOST_DIRECTORY = 16 << 20;

  /** The postcode directory alone has more than 1 GB. */
  private static final long MOST_BYTES = 8L << 30;

  private final Map<PublishedKind, List<Path>> found = new EnumMap<>(PublishedKind.class);
  private final Path folder;
  private long bytes;
  private int copies;

  /** Nothing yet. */
  public PublishedFiles() {
    try {
      folder = Files.createTempDirectory("did-reference-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes a folder with all that is in it, an archive, or one file.
   *
   * @throws InvalidSubmissionException where it is not there or cannot be read
   */
  public void take(Path given) {
    if (!Files.exists(given)) {
      throw new InvalidSubmissionException("There is no file " + given + ".");
    }
    try (Stream<Path> files = Files.walk(given)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        takeFile(file);
      }
    } catch (IOException e) {
      throw unreadable(given.toString(), e);
    }
  }

  /**
   * Takes an archive.
   *
   * @param archive a zip, read to its end, not closed
   * @throws InvalidSubmissionException where it is none, or unpacks to more than 8 GiB
   */
  public void takeArchive(InputStream archive) {
    try {
      Path whole = copied("archive.zip", archive);
      if (!isZip(whole)) {
        throw new InvalidSubmissionException(
            "This is no zip archive. Put the published files into one, as they were downloaded.");
      }
      unpack(whole, 1);
    } catch (IOException e) {
      throw unreadable("The archive", e);
    }
  }

  /**
   * What was found.
   *
   * @param imagingRefset the reference set to take out of SNOMED CT's file
   * @throws InvalidSubmissionException where nothing was, or memberships without practices
   */
  public ReferenceSources sources(String imagingRefset) {
    if (found.isEmpty()) {
      throw new InvalidSubmissionException(
          "No published file was found in it. Known are: " + PublishedKind.examples() + ".");
    }
    Map<Role, List<Path>> organisations = new EnumMap<>(Role.class);
    put(organisations, Role.PROVIDER, PublishedKind.PROVIDERS);
    put(organisations, Role.SITE, PublishedKind.SITES);
    put(organisations, Role.PRACTICE, PublishedKind.PRACTICES);
    put(organisations, Role.COMMISSIONER, PublishedKind.COMMISSIONERS);
    return new ReferenceSources(
        one(PublishedKind.POSTCODES),
        organisations,
        found.getOrDefault(PublishedKind.MEMBERSHIPS, List.of()),
        one(PublishedKind.NICIP),
        one(PublishedKind.SNOMED),
        imagingRefset,
        one(PublishedKind.IMAGING_MAP),
        one(PublishedKind.CLINICAL_GROUPS),
        one(PublishedKind.CLINICAL_LABELS),
        one(PublishedKind.VALUE_LISTS));
  }

  /** Removes what was unpacked. */
  @Override
  public void close() {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      // What was imported is imported; the system's own folder is emptied by the system.
      LOG.log(
          System.Logger.Level.WARNING,
          "The unpacked files in " + folder + " could not be removed",
          e);
    }
  }

  private void takeFile(Path file) throws IOException {
    Optional<PublishedKind> kind = PublishedKind.of(file.getFileName().toString());
    if (kind.isPresent()) {
      add(kind.get(), file);
      return;
    }
    if (isZip(file)) {
      unpack(file, 1);
    }
  }

  /** By its directory at the end, without which an archive that was cut would pass for whole. */
  private void unpack(Path archive, int depth) throws IOException {
    refuseHugeDirectory(archive);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String name = entry.getName().replaceAll(".*[/\\\\]", "");
        Optional<PublishedKind> kind = PublishedKind.of(name);
        if (name.chars().anyMatch(Character::isISOControl)) {
          throw new ZipException("a name that is none");
        }
        if (kind.isPresent()) {
          add(kind.get(), copied(name, zip, entry));
        } else if (depth < DEEPEST && name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
          unpack(copied("archive.zip", zip, entry), depth + 1);
        }
      }
    }
  }

  /** The directory is read into memory as a whole: it is measured before, in its end record. */
  private static void refuseHugeDirectory(Path archive) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "r")) {
      byte[] end = new byte[(int) Math.min(file.length(), LONGEST_END)];
      file.seek(file.length() - end.length);
      file.readFully(end);
      ByteBuffer record = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = end.length - SHORTEST_END; at >= 0; at--) {
        if (record.getInt(at) == END_MARK) {
          if (Integer.toUnsignedLong(record.getInt(at + DIRECTORY_SIZE)) > MOST_DIRECTORY) {
            throw new InvalidSubmissionException(
                "The archive has too many entries. Put only the published files into one.");
          }
          return;
        }
      }
      throw new ZipException("no end record");
    }
  }

  private Path copied(String name, ZipFile zip, ZipEntry entry) throws IOException {
    CRC32 sum = new CRC32();
    try (InputStream content = new CheckedInputStream(zip.getInputStream(entry), sum)) {
      Path copy = copied(name, content);
      if (sum.getValue() != entry.getCrc()) {
        throw new ZipException();
      }
      return copy;
    }
  }

  /** The name is one of ours or of those known: no path out of the folder can stand in it. */
  private Path copied(String name, InputStream content) throws IOException {
    Path target = Files.createDirectory(folder.resolve(Integer.toString(copies++))).resolve(name);
    try (var out = Files.newOutputStream(target)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        bytes += read;
        if (bytes > MOST_BYTES) {
          throw new InvalidSubmissionException(
              "The archive has more than 8 GiB. Import its files one by one.");
        }
        out.write(buffer, 0, read);
      }
    }
    return target;
  }

  private void add(PublishedKind kind, Path file) {
    List<Path> files = found.computeIfAbsent(kind, any -> new ArrayList<>());
    if (files.stream().anyMatch(taken -> sameName(taken, file))
        || (!files.isEmpty() && !kind.maySeveral())) {
      throw new InvalidSubmissionException(
          "There are two files of one kind: %s and %s. Give one of them. Nothing was imported."
              .formatted(files.get(0).getFileName(), file.getFileName()));
    }
    files.add(file);
    // The order within an archive must not tell two versions apart.
    files.sort(Comparator.comparing(taken -> taken.getFileName().toString()));
  }

  private static boolean sameName(Path one, Path other) {
    return one.getFileName().toString().equalsIgnoreCase(other.getFileName().toString());
  }

  private Optional<Path> one(PublishedKind kind) {
    return found.getOrDefault(kind, List.of()).stream().findFirst();
  }

  private void put(Map<Role, List<Path>> organisations, Role role, PublishedKind kind) {
    if (found.containsKey(kind)) {
      organisations.put(role, found.get(kind));
    }
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return Arrays.equals(content.readNBytes(ZIP.length), ZIP);
    }
  }

  private static InvalidSubmissionException unreadable(String what, IOException cause) {
    String why = cause instanceof ZipException ? "it is damaged" : "the disk or its rights";
    return new InvalidSubmissionException(
        what + " cannot be read: " + why + ". Nothing was imported.", cause);
  }
}
