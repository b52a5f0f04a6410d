package org.didaccess.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document of {@code docs/generated}. With {@code -Ddid.documents=renew} it is written, otherwise
 * compared.
 */
final class GeneratedDocument {

  private GeneratedDocument() {}

  static void check(String name, String content) throws IOException {
    Path file = folder().resolve(name);
    if ("renew".equals(System.getProperty("did.documents"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    }
    assertThat(file)
        .as(
            "Renew it: mvn -pl ejb -am test -Dtest=GeneratedDocumentsTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Ddid.documents=renew")
        .content()
        .isEqualTo(content);
  }

  /** The checkout's folder of generated documents, wherever the tests run. */
  private static Path folder() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("docs").resolve("glossary.md"))) {
      here = here.getParent();
    }
    return here.resolve("docs").resolve("generated");
  }
}
