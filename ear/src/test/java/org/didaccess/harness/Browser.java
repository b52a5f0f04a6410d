package org.didaccess.harness;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Chromium of this machine, driven without a screen; nothing is fetched for it. */
public final class Browser implements AutoCloseable {
  private static final List<String> ARGUMENTS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final String baseUrl;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser browser, String baseUrl) {
    this.playwright = playwright;
    this.browser = browser;
    this.baseUrl = baseUrl;
  }

  /**
   * Starts the browser that {@code ./did test} found.
   *
   * @param baseUrl where the product is served
   */
  public static Browser start(String baseUrl) {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    String chromium = System.getProperty("did.chromium", "/usr/bin/chromium");
    return new Browser(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(chromium))
                    .setArgs(ARGUMENTS)),
        baseUrl);
  }

  /** A page of a person of their own: no cookie is shared with another. */
  public Page newPage(int width, int height) {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("en-GB")
                .setBaseURL(baseUrl));
    return context.newPage();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
