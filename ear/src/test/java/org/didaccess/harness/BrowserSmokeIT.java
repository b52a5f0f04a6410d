package org.didaccess.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class BrowserSmokeIT {
  @Test
  void the_first_page_is_served_with_a_language_and_a_title() {
    try (Browser browser = Browser.start()) {
      Page page = browser.newPage(1280, 900);
      Response answer = page.navigate("/");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(page.title()).isNotBlank();
      assertThat(page.locator("html").getAttribute("lang")).startsWith("en");
    }
  }
}
