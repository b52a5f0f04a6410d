package org.didaccess.release.bag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.ReleaseColumn;
import org.junit.jupiter.api.Test;

/** The code book as another reader of PDF finds it. */
class PrintedCodeBookTest {

  @Test
  void it_explains_every_column_in_the_order_of_the_files_over_as_many_pages_as_it_takes()
      throws IOException {
    PackageDescription description = described(60, "What it means. ".repeat(12));
    try (PDDocument read = Loader.loadPDF(PrintedCodeBook.write(description))) {
      String text = text(read);
      assertThat(text)
          .contains("Code book: Diagnostic Imaging Data Set")
          .contains("Released under agreement DSA-000001-v1.")
          .containsSubsequence("FIELD_0 (integer)", "FIELD_1 (integer)", "FIELD_59 (integer)");
      assertThat(read.getNumberOfPages()).isGreaterThan(3);
      assertThat(text).contains("Page 1", "Page " + read.getNumberOfPages());
      assertThat(read.getDocumentInformation().getTitle())
          .isEqualTo("Code book: Diagnostic Imaging Data Set");
    }
  }

  @Test
  void the_same_description_gives_the_same_bytes() {
    PackageDescription description = described(5, "Meaning");
    assertThat(PrintedCodeBook.write(description)).isEqualTo(PrintedCodeBook.write(description));
  }

  @Test
  void words_longer_than_a_line_and_signs_without_a_letter_are_printed_all_the_same()
      throws IOException {
    String endless = "x".repeat(300);
    PackageDescription description = described(1, endless + " naïve café – \u6f22\n\t end");
    try (PDDocument read = Loader.loadPDF(PrintedCodeBook.write(description))) {
      String text = text(read);
      assertThat(text.chars().filter(sign -> sign == 'x').count()).isGreaterThanOrEqualTo(300);
      assertThat(text).contains("naïve café – ?").contains("end");
    }
  }

  private static String text(PDDocument document) throws IOException {
    return new PDFTextStripper().getText(document);
  }

  private static PackageDescription described(int columns, String meaning) {
    List<DescribedColumn> described =
        IntStream.range(0, columns)
            .mapToObj(
                i ->
                    new DescribedColumn(
                        new ReleaseColumn("field_" + i, "FIELD_" + i, ColumnKind.INTEGER),
                        "Title " + i,
                        meaning))
            .toList();
    return new PackageDescription(
        "EXT-1",
        "Diagnostic Imaging Data Set",
        "DSA-000001-v1",
        "1.0.0",
        ExtractFormat.CSV_ZSTD,
        described,
        List.of());
  }
}
