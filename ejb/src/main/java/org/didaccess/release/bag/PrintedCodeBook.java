package org.didaccess.release.bag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * The code book as PDF, for printing and keeping. The same description gives the same bytes: no
 * date and no random number stands in the file.
 */
final class PrintedCodeBook {

  /** Stands where a writer would put the time, from which the file's id is made. */
  private static final long NO_TIME = 0L;

  private PrintedCodeBook() {}

  static byte[] write(PackageDescription description) {
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId(NO_TIME);
      describe(document, "Code book: " + description.title());
      try (PdfPages pages = new PdfPages(document)) {
        fill(pages, description);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes, CompressParameters.NO_COMPRESSION);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void describe(PDDocument document, String title) {
    document.getDocumentInformation().setTitle(title);
    document.getDocumentCatalog().setLanguage("en-GB");
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
  }

  private static void fill(PdfPages pages, PackageDescription description) throws IOException {
    pages.text("Code book: " + description.title(), 18, 10);
    pages.text(description.provenance(), 10, 6);
    pages.text(description.form() + description.format().label() + ".", 10, 6);
    pages.text(description.tokens(), 10, 14);
    pages.text("Columns in the order of the files", 14, 8);
    for (DescribedColumn column : description.columns()) {
      pages.keepTogether(60);
      pages.text(
          column.column().name() + " (" + column.column().kind().frictionlessType() + ")", 11, 1);
      pages.text(column.title(), 10, 1);
      List<ValueList.Entry> values = ValueList.of(column.column());
      pages.text(column.description(), 9, values.isEmpty() ? 10 : 1);
      if (!values.isEmpty()) {
        pages.text("Values: " + listed(values) + ".", 9, 10);
      }
    }
  }

  private static String listed(List<ValueList.Entry> values) {
    return values.stream()
        .map(entry -> (entry.value() + " " + entry.meaning()).strip())
        .collect(Collectors.joining("; "));
  }
}
