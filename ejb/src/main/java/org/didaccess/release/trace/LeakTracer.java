package org.didaccess.release.trace;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.didaccess.pseudonym.Watermark;
import org.didaccess.pseudonym.WatermarkKey;
import org.didaccess.release.TraceReport;
import org.didaccess.release.TraceReport.Named;
import org.didaccess.release.domain.ReleaseLedger.Recipient;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.infrastructure.FileEncoding;

/** Tests the tokens of a leaked file against the mark of every recipient there ever was. */
public final class LeakTracer {

  /** Enough to see a copy of which one row in a thousand is left among others. */
  private static final int SAMPLE = 20_000;

  /** A recipient is named where chance explains the matches less than once in a million. */
  private static final double LOG10_OF_DOUBT = -6;

  private static final int TAR_HEADER = 512;

  private final List<Recipient> recipients;
  private final BiFunction<UUID, UUID, WatermarkKey> keys;

  /**
   * A tracer.
   *
   * @param recipients whose marks are looked for
   * @param keys gives the key of the marks for an agreement and a recipient organisation
   */
  public LeakTracer(List<Recipient> recipients, BiFunction<UUID, UUID, WatermarkKey> keys) {
    this.recipients = List.copyOf(recipients);
    this.keys = keys;
  }

  /**
   * Reads a leaked file to its end.
   *
   * @param leaked any text, plain or compressed with gzip or zstd; not closed here
   * @throws InvalidInput where the file's compression is broken, or it is a package
   */
  public TraceReport trace(InputStream leaked) throws IOException {
    TokenSample sample = new TokenSample(SAMPLE);
    try {
      TokenText.read(withoutPackage(FileEncoding.plain(leaked)), sample::add);
    } catch (IOException failed) {
      if (FileEncoding.isContentFault(failed)) {
        throw new InvalidInput(
            "file",
            "The file's compression is broken. Unpack what can be unpacked and trace that.");
      }
      throw failed;
    }
    Collection<byte[]> tokens = sample.tokens();
    List<Named> named =
        recipients.parallelStream()
            .map(recipient -> compare(recipient, tokens))
            .filter(each -> each.falseMatchLog10() < LOG10_OF_DOUBT)
            .sorted(Comparator.comparingInt(Named::matches).reversed())
            .toList();
    return new TraceReport(sample.seen(), tokens.size(), recipients.size(), named);
  }

  /**
   * The tokens of a package's proof are no rows, and its rows are compressed: it would tell
   * nothing.
   */
  private static InputStream withoutPackage(InputStream content) throws IOException {
    PushbackInputStream stream = new PushbackInputStream(content, TAR_HEADER);
    byte[] first = stream.readNBytes(TAR_HEADER);
    stream.unread(first);
    if (TarArchiveInputStream.matches(first, first.length)) {
      throw new InvalidInput(
          "file",
          "This is a package or another tar archive, whose rows are not read in it. Unpack it with"
              + " tar -xf and trace one of the files in its folder data.");
    }
    return stream;
  }

  private Named compare(Recipient recipient, Collection<byte[]> tokens) {
    Watermark watermark = keys.apply(recipient.agreement(), recipient.organisation()).watermark();
    int matches = (int) tokens.stream().filter(watermark::isIn).count();
    return new Named(
        recipient.agreement(),
        recipient.agreementReference(),
        recipient.organisation(),
        recipient.organisationName(),
        matches,
        FalseMatch.log10(matches, tokens.size(), recipients.size()));
  }
}
