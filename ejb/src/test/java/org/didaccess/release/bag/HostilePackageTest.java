package org.didaccess.release.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.didaccess.release.bag.Verification.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever makes a package to trouble whoever verifies it gets a verdict, and nothing else. */
class HostilePackageTest {

  private static final int TAG = 16 << 20;
  private static final int HEADER = 512;

  @TempDir private Path folder;
  private final PackageFixture fixture = new PackageFixture();
  private UnpackedBag bag;

  @BeforeEach
  void unpack() throws IOException {
    PackageFile packed = fixture.write(Files.createDirectory(folder.resolve("stage")));
    bag =
        UnpackedBag.of(packed, fixture.identity, Files.createDirectory(folder.resolve("unpacked")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.5", "1e400", "99999999999999999999", "\"6\"", "null", "{}"})
  void a_number_of_rows_that_is_none_is_named(String rows) throws IOException {
    for (String file : new String[] {BagNames.PROOF, BagNames.DATA_PACKAGE}) {
      String whole = bag.read(file);
      bag.write(file, whole.replaceAll("\"rows\": *\\d+", "\"rows\": " + rows));
      Verification verification = verify(bag.folder());
      bag.write(file, whole);
      assertThat(verification.outcome()).isEqualTo(Outcome.TAMPERED);
      assertThat(verification.findings().toString()).contains(BagNames.PROOF, "wrong kind");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {BagNames.PROOF, BagNames.DATA_PACKAGE, BagNames.SIGNATURE})
  void what_is_nested_too_deep_or_has_a_number_too_long_is_not_readable(String file)
      throws IOException {
    String deep = "{\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}";
    String lengthy = "{\"a\":" + "9".repeat(3_000) + "}";
    for (String hostile : new String[] {deep, lengthy}) {
      bag.write(file, hostile);
      Verification verification = verify(bag.folder());
      assertThat(verification.outcome()).isEqualTo(Outcome.TAMPERED);
      assertThat(verification.findings().toString()).contains(file);
    }
  }

  @Test
  void of_many_large_files_the_digests_alone_are_kept() throws IOException {
    BagScan scan = BagScan.of(new PackageSource(sparseTar(4)), Optional.empty());
    assertThat(scan.digests()).hasSize(4);
    assertThat(scan.tag("tag-1.txt")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../proof.json", "./proof.json", "/proof.json", "proof.json", "REL/../proof.json"})
  void a_file_outside_one_plainly_named_folder_makes_it_no_package(String name) throws IOException {
    Verification verification = verify(tarOf(name));
    assertThat(verification.outcome()).isEqualTo(Outcome.TAMPERED);
    assertThat(verification.findings().toString()).contains("is no package", "named folder");
  }

  @Test
  void two_folders_make_it_no_package() throws IOException {
    assertThat(verify(tarOf("REL-1/proof.json", "REL-2/proof.json")).findings().toString())
        .contains("is no package", "more than one folder");
  }

  @Test
  void more_files_than_a_package_can_have_make_it_none() throws IOException {
    String[] names = new String[BagScan.MOST_FILES + 1];
    for (int i = 0; i < names.length; i++) {
      names[i] = "REL-1/" + i;
    }
    assertThat(verify(tarOf(names)).findings().toString()).contains("more files");
  }

  @Test
  void a_manifest_of_nothing_but_lines_is_named_once() throws IOException {
    bag.write(BagNames.MANIFEST, "\n".repeat(1 << 20));
    assertThat(verify(bag.folder()).findings())
        .filteredOn(finding -> finding.file().equals(BagNames.MANIFEST))
        .extracting(Verification.Finding::problem)
        .contains("has more lines than a package can have files")
        .hasSizeLessThan(3);
  }

  @Test
  void a_name_of_gigabytes_makes_it_no_package() throws IOException {
    Path target = folder.resolve("name.tar");
    try (RandomAccessFile tar = new RandomAccessFile(target.toFile(), "rw")) {
      tar.write(longName(4L << 30));
      tar.setLength(5L << 30);
    }
    assertThat(verify(target).findings().toString()).contains("is no package", "more about a file");
  }

  @Test
  void names_upon_names_make_it_no_package() throws IOException {
    Path target = folder.resolve("names.tar");
    byte[] name = longName(0);
    try (OutputStream tar = Files.newOutputStream(target)) {
      for (int i = 0; i < 50_000; i++) {
        tar.write(name);
      }
    }
    assertThat(verify(target).findings().toString()).contains("is no package", "more about a file");
  }

  /** In Thrift's compact protocol: a list of structures, none of which has a field. */
  @Test
  void a_parquet_footer_of_millions_of_columns_is_named() throws IOException {
    byte[] footer = new byte[7 << 20];
    byte[] list = {0x29, (byte) 0xfc, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x03};
    System.arraycopy(list, 0, footer, 0, list.length);
    assertThatThrownBy(() -> ParquetRows.count(parquet(footer)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no number of rows");
  }

  /** A list of one list of one list. */
  @Test
  void a_parquet_footer_of_lists_within_lists_is_named() {
    byte[] footer = new byte[7 << 20];
    Arrays.fill(footer, (byte) 0x19);
    assertThatThrownBy(() -> ParquetRows.count(parquet(footer)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("footer cannot be read");
  }

  private static InputStream parquet(byte[] footer) {
    ByteBuffer file = ByteBuffer.allocate(footer.length + 12).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ParquetFile.MARK).put(footer).putInt(footer.length).put(ParquetFile.MARK);
    return new ByteArrayInputStream(file.array());
  }

  private static byte[] longName(long bytes) {
    TarArchiveEntry entry = new TarArchiveEntry("@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
    entry.setSize(bytes);
    byte[] header = new byte[HEADER];
    entry.writeEntryHeader(header);
    return header;
  }

  private Path tarOf(String... names) throws IOException {
    Path target = folder.resolve("hostile.tar");
    try (OutputStream file = Files.newOutputStream(target);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(file)) {
      byte[] content = "{}".getBytes(StandardCharsets.UTF_8);
      for (String name : names) {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return target;
  }

  /** Headers alone are written: the rest of each file is a hole, and takes no room on the disk. */
  private Path sparseTar(int files) throws IOException {
    Path target = folder.resolve("sparse.tar");
    try (RandomAccessFile tar = new RandomAccessFile(target.toFile(), "rw")) {
      byte[] header = new byte[HEADER];
      for (int i = 0; i < files; i++) {
        TarArchiveEntry entry = new TarArchiveEntry("REL-1/tag-" + i + ".txt");
        entry.setSize(TAG);
        entry.writeEntryHeader(header);
        tar.seek((long) i * (TAG + HEADER));
        tar.write(header);
      }
      tar.setLength((long) files * (TAG + HEADER) + 2 * HEADER);
    }
    return target;
  }

  private Verification verify(Path source) throws IOException {
    return new PackageVerifier(Optional.of(fixture.signer.publicKey()), Optional.empty())
        .verify(source);
  }
}
