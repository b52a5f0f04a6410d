package org.didaccess.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The product's pages, as the checkout has them. */
public final class Pages {
  private Pages() {}

  /** Their addresses; error pages show under the address that failed and have none. */
  public static Set<String> addresses() throws IOException {
    Path folder = Path.of(System.getProperty("did.checkout"), "web/src/main/webapp");
    Set<String> pages = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .map(file -> "/" + folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".xhtml"))
          .filter(name -> !name.startsWith("/WEB-INF/") && !name.startsWith("/error/"))
          .map(name -> name.replaceFirst("\\.xhtml$", "").replaceFirst("^/index$", "/"))
          .forEach(pages::add);
    }
    return pages;
  }
}
