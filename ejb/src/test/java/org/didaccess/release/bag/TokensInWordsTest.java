package org.didaccess.release.bag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.engine.ColumnKind;
import org.didaccess.release.engine.ReleaseColumn;
import org.junit.jupiter.api.Test;

/** Both code books say what a token links to, and what it does not. */
class TokensInWordsTest {

  @Test
  void a_releases_tokens_link_to_no_other_agreement() throws IOException {
    assertThat(codeBooks("TOKEN_PERSON_ID"))
        .allSatisfy(book -> assertThat(book).contains("cannot be linked to another agreement's"));
  }

  @Test
  void a_bridges_tokens_link_the_two_agreements_that_it_joins() throws IOException {
    assertThat(codeBooks("TOKEN_PERSON_ID_1", "TOKEN_PERSON_ID_2"))
        .allSatisfy(
            book ->
                assertThat(book)
                    .contains("their files can be linked to each other")
                    .doesNotContain("cannot be linked"));
  }

  /** The page and the print, each with single spaces. */
  private static List<String> codeBooks(String... columns) throws IOException {
    PackageDescription description = described(columns);
    String page = new String(CodeBook.write(description), StandardCharsets.UTF_8);
    try (PDDocument print = Loader.loadPDF(PrintedCodeBook.write(description))) {
      return Stream.of(page, new PDFTextStripper().getText(print))
          .map(text -> text.replaceAll("\\s+", " "))
          .toList();
    }
  }

  private static PackageDescription described(String... columns) {
    return new PackageDescription(
        "EXT-1",
        "Diagnostic Imaging Data Set",
        "DSA-000001-v1",
        "1.0.0",
        ExtractFormat.CSV_ZSTD,
        Stream.of(columns)
            .map(name -> new ReleaseColumn("person_ref", name, ColumnKind.PERSON_TOKEN))
            .map(column -> new DescribedColumn(column, "Person token", "Invented for a test."))
            .toList(),
        List.of());
  }
}
