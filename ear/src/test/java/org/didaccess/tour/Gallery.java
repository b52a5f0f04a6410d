package org.didaccess.tour;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.didaccess.harness.Browser;

/**
 * Looks at views: axe at two widths, nothing cut off at the right, nothing on the browser's
 * console; and keeps a picture of each.
 */
final class Gallery implements AutoCloseable {
  private static final int DESK = 1280;
  private static final int TELEPHONE = 320;
  private static final int HEIGHT = 900;

  private final Browser browser;
  private final Path folder;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> seen = new LinkedHashSet<>();

  /**
   * @param baseUrl where the product is served
   * @param folder where the pictures go
   */
  Gallery(String baseUrl, Path folder) {
    this.browser = Browser.start(baseUrl);
    this.folder = folder;
  }

  Page newPage() {
    Page page = browser.newPage(DESK, HEIGHT);
    page.setDefaultTimeout(20_000);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !isRefusal(message, page)) {
            faults.add(page.url() + " console: " + message.text());
          }
        });
    page.onPageError(error -> faults.add(page.url() + " script: " + error));
    return page;
  }

  /** A page that is not there, or not for this person, is answered as it should be. */
  private static boolean isRefusal(ConsoleMessage message, Page page) {
    return message.text().matches(".*the server responded with a status of 40[34].*")
        && message.location().startsWith(page.url());
  }

  /** Looks at a view; one that was looked at under this name already is let pass. */
  void look(Page page, String name) {
    if (!names.add(name)) {
      return;
    }
    seen.add(page.url().replaceFirst("^https?://[^/]*", "").replaceFirst("[?;#].*", ""));
    for (int width : new int[] {TELEPHONE, DESK}) {
      page.setViewportSize(width, HEIGHT);
      Number needed = (Number) page.evaluate("() => document.documentElement.scrollWidth");
      if (needed.intValue() > width) {
        faults.add(name + " at " + width + ": needs " + needed + " pixels");
      }
      // No page has frames: axe need not open a second page to gather what it found in them.
      for (Rule rule : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
        faults.add(
            name
                + " at "
                + width
                + ": "
                + rule.getId()
                + ", "
                + rule.getHelp()
                + " "
                + rule.getNodes().stream().limit(3).map(n -> n.getHtml()).toList());
      }
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(folder.resolve("%02d-%s-%d.png".formatted(names.size(), name, width))));
    }
  }

  /** What was wrong with the views so far. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** The addresses of the views looked at, without parameters. */
  Set<String> seen() {
    return Set.copyOf(seen);
  }

  @Override
  public void close() {
    browser.close();
  }
}
