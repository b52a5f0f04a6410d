package org.didaccess.release.bag;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.didaccess.application.Objections;
import org.didaccess.pseudonym.SigningKey;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.HandledObjections;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.PartitionSink;
import org.didaccess.release.engine.ReleaseColumn;
import org.didaccess.release.engine.WrittenPartition;
import org.didaccess.shared.RecipientKeys;

/** Makes small real packages: written, signed and encrypted by the product's own code. */
final class PackageFixture {

  static final String REFERENCE = "REL-2026-0001";

  static final List<ReleaseColumn> COLUMNS =
      List.of(
          new ReleaseColumn("modality", "MODALITY", ColumnKind.TEXT),
          new ReleaseColumn("person_ref", "TOKEN_PERSON_ID", ColumnKind.PERSON_TOKEN));

  static final String SELECTION =
      """
      did-selection/1
      data-set=DID
      version=1
      level=row-level
      access=extract
      linkage=none
      refresh=once
      period=2026-01-01/2026-02-28
      field=MODALITY
      field=PERSON_ID
      recipient=00000000-0000-4000-8000-0000000000aa""";

  /** Rows of a month as the engine writes them. */
  private static final List<String> ROWS =
      List.of("CT,aa\n", "\"a \"\"quoted\"\"\nvalue\",bb\n", "MRI,cc\n");

  private static final UUID SOMEBODY = UUID.fromString("00000000-0000-4000-8000-0000000000aa");

  final SigningKey signer = newSigner();
  final String identity;
  final String recipient;

  PackageFixture() {
    KeyPair pair = ageKeys();
    identity = new String(pair.getPrivate().getEncoded(), StandardCharsets.US_ASCII);
    recipient = new String(pair.getPublic().getEncoded(), StandardCharsets.US_ASCII);
  }

  PackageFixture(String recipient, String identity) {
    this.recipient = recipient;
    this.identity = identity;
  }

  /** A package with two months of three rows each. */
  PackageFile write(Path folder) throws IOException {
    return write(folder, ExtractFormat.CSV_ZSTD);
  }

  PackageFile write(Path folder, ExtractFormat format) throws IOException {
    return write(folder, proof(SELECTION, Digests.sha256(SELECTION)), format);
  }

  PackageFile write(Path folder, ReleaseProof proof) throws IOException {
    return write(folder, proof, ExtractFormat.CSV_ZSTD);
  }

  /** A package with two months of these rows each. */
  PackageFile write(
      Path folder, ExtractFormat format, List<ReleaseColumn> columns, List<String> rows)
      throws IOException {
    return write(folder, proof(SELECTION, Digests.sha256(SELECTION)), format, columns, rows);
  }

  private PackageFile write(Path folder, ReleaseProof proof, ExtractFormat format)
      throws IOException {
    return write(folder, proof, format, COLUMNS, ROWS);
  }

  private PackageFile write(
      Path folder,
      ReleaseProof proof,
      ExtractFormat format,
      List<ReleaseColumn> columns,
      List<String> rows)
      throws IOException {
    List<WrittenPartition> partitions = new ArrayList<>();
    PartitionSink sink = DataSinks.of(format, folder, columns);
    for (YearMonth month : List.of(YearMonth.of(2026, 1), YearMonth.of(2026, 2))) {
      try (PartitionSink.PartitionWriter writer = sink.open(month)) {
        for (String row : rows) {
          byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
          writer.row(bytes, 0, bytes.length);
        }
        partitions.add(writer.commit());
      }
    }
    return new PackageWriter(signer)
        .write(
            description(format, columns, partitions),
            proof,
            folder,
            recipient,
            LocalDate.of(2026, 3, 1),
            folder.resolve(REFERENCE + ".tar" + RecipientKeys.fileEnding(recipient)));
  }

  static ReleaseProof proof(String selectionText, String digest) {
    return proof(
        selectionText,
        digest,
        new HandledObjections(Objections.UPHELD, 3, LocalDate.of(2026, 2, 1), 12));
  }

  static ReleaseProof proof(String selectionText, String digest, HandledObjections objections) {
    ReleaseProof.Selection selection = new ReleaseProof.Selection(selectionText, digest);
    return new ReleaseProof(
        UUID.fromString("00000000-0000-4000-8000-000000000001"),
        SOMEBODY,
        SOMEBODY,
        new ReleaseProof.Agreement(
            SOMEBODY,
            "DARS-NIC-000001-A1B2C-v0.1",
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2027, 1, 1),
            "ab".repeat(32)),
        selection,
        List.of(
            new ReleaseProof.Decision(
                SOMEBODY,
                SOMEBODY,
                SOMEBODY,
                "approve",
                SOMEBODY,
                Instant.EPOCH,
                selection,
                List.of(
                    new ReleaseProof.FieldOutcome("MODALITY", "approve", null),
                    new ReleaseProof.FieldOutcome("PERSON_ID", "approve", null)))),
        Map.of(),
        List.of(
            new ReleaseProof.AgreementSignature(
                SOMEBODY, SOMEBODY, "ab".repeat(32), Instant.EPOCH)),
        objections,
        "checkpoint",
        "fingerprint");
  }

  static SigningKey newSigner() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(SigningKey.ALGORITHM).generateKeyPair();
      return new SigningKey(pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  static PackageDescription description(ExtractFormat format, List<WrittenPartition> partitions) {
    return description(format, COLUMNS, partitions);
  }

  static PackageDescription description(
      ExtractFormat format, List<ReleaseColumn> columns, List<WrittenPartition> partitions) {
    return new PackageDescription(
        REFERENCE,
        "Diagnostic Imaging Data Set",
        "DARS-NIC-000001-A1B2C-v0.1",
        "test",
        format,
        columns.stream()
            .map(column -> new DescribedColumn(column, column.name(), "Invented for a test."))
            .toList(),
        partitions);
  }

  private static KeyPair ageKeys() {
    try {
      return new X25519KeyPairGenerator().generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
