package org.didaccess.tour;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Somebody in front of a browser of their own, who sees what a person sees: labels and names. */
final class Person {
  private static final double LOOK_EVERY_MS = 1000;

  private final Page page;
  private final Gallery gallery;
  private final String secret;

  private Person(Page page, Gallery gallery, String secret) {
    this.page = page;
    this.gallery = gallery;
    this.secret = secret;
  }

  /** Nobody in particular: not signed in. */
  static Person visitor(Gallery gallery) {
    return new Person(gallery.newPage(), gallery, "");
  }

  static Person signIn(Gallery gallery, String login, String secret) {
    Person person = new Person(gallery.newPage(), gallery, secret);
    person.open("/sign-in").type("Login", login).type("Password", secret).press("Sign in");
    person.sees("Sign out");
    return person;
  }

  Person open(String address) {
    page.navigate(address);
    return this;
  }

  /** Follows a link by its words; of several the first. */
  Person follow(String words) {
    return click(page.locator("main a", new Page.LocatorOptions().setHasText(words)).first());
  }

  /** Follows the link in the first row that names something, on whichever page of the list. */
  Person followRow(String named) {
    Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(named));
    Locator next = page.locator(".ui-paginator-next:not(.ui-state-disabled)");
    while (row.count() == 0 && next.count() > 0) {
      String before = page.locator("tbody").first().innerText();
      next.first().click();
      page.waitForCondition(() -> !before.equals(page.locator("tbody").first().innerText()));
    }
    return click(row.locator("a").first());
  }

  /** Opens an entry of the menu. */
  Person menu(String entry) {
    return click(
        page.locator("#navigation")
            .getByText(entry, new Locator.GetByTextOptions().setExact(true)));
  }

  private Person click(Locator link) {
    link.click();
    page.waitForLoadState();
    return this;
  }

  Person type(String label, String text) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
        .and(page.locator("input, textarea"))
        .fill(text);
    return this;
  }

  /**
   * Answers every question of the page: text where there is none yet, the first of what is offered.
   */
  Person answerAll(String text) {
    for (Locator field : page.locator("main textarea, main input.govuk-input").all()) {
      field.fill(text);
    }
    for (Locator group : page.locator("main fieldset").all()) {
      group.locator("input").first().check();
    }
    return this;
  }

  /** Ticks or picks an option by its label, inside the group of that legend. */
  Person choose(String legend, String option) {
    page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(legend))
        .getByLabel(option)
        .first()
        .check();
    return this;
  }

  /** Ticks a box by its label. */
  Person check(String label) {
    page.getByLabel(label).check();
    return this;
  }

  /** Ticks what stands for a code. */
  Person tick(String code) {
    page.locator("input[type=checkbox][value='" + code + "']").check();
    return this;
  }

  Person untick(String code) {
    page.locator("input[type=checkbox][value='" + code + "']").uncheck();
    return this;
  }

  Person select(String label, String option) {
    page.getByLabel(label).first().selectOption(option);
    return this;
  }

  Person confirm() {
    return type("Your password", secret);
  }

  Person press(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
    page.waitForLoadState();
    return this;
  }

  /**
   * Presses Cancel as soon as the page tells how far a file is. While the answer to the form is
   * awaited only the page itself can be asked.
   */
  Person cancelsOnceItChecks() {
    page.evaluate(
        """
        () => {
          const watch = setInterval(() => {
            const words = document.querySelector('[data-upload-words]').textContent;
            const cancel = document.querySelector('[data-upload-cancel]');
            if (words.startsWith('Checking the records') && !cancel.hidden) {
              sessionStorage.setItem('seen', words);
              clearInterval(watch);
              cancel.click();
            }
          }, 20);
        }""");
    return this;
  }

  Person hasSeenHowFarItIs() {
    Object seen = page.evaluate("() => sessionStorage.getItem('seen')");
    if (!String.valueOf(seen).matches("Checking the records: \\d+%")) {
      throw new AssertionError("The page did not tell how far the file was, but: " + seen);
    }
    return this;
  }

  /** Shows what stands there while a file is under way. */
  Person showUploadBox() {
    page.evaluate(
        """
        () => {
          document.querySelector('[data-upload-words]').textContent = 'Checking the records: 40%';
          document.querySelector('[data-upload-status] progress').value = 40;
          document.querySelector('[data-upload-cancel]').hidden = false;
          document.querySelector('[data-upload-status]').hidden = false;
        }""");
    return this;
  }

  /** Ticks what begins with these words, where the page asks for it. */
  Person tickIfOffered(String beginning) {
    Locator box = page.getByLabel(beginning);
    if (box.count() > 0) {
      box.check();
    }
    return this;
  }

  Person upload(String label, Path file) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).setInputFiles(file);
    return this;
  }

  /** Follows a link that leads to a file. */
  Path download(String link, Path to) {
    return saved(AriaRole.LINK, link, to);
  }

  /** Presses a button that answers with a file. */
  Path save(String button, Path to) {
    return saved(AriaRole.BUTTON, button, to);
  }

  private Path saved(AriaRole role, String name, Path to) {
    Download download =
        page.waitForDownload(
            () -> page.getByRole(role, new Page.GetByRoleOptions().setName(name)).click());
    download.saveAs(to);
    return to;
  }

  /** Waits until the state is this, loading the page again as somebody who waits would. */
  Person awaitsState(String state, int seconds) {
    return reloadsUntil("main .govuk-tag", state, seconds);
  }

  /** Waits until a link says this, in the same way. */
  Person awaitsLink(String words, int seconds) {
    return reloadsUntil("main a", words, seconds);
  }

  /** Waits until a link leads there, in the same way, and follows it. */
  Person awaitsAndFollows(String address, int seconds) {
    String link = "main a[href*='" + address + "']";
    return reloadsUntil(link, "", seconds).click(page.locator(link).first());
  }

  private Person reloadsUntil(String selector, String words, int seconds) {
    Locator wanted = page.locator(selector, new Page.LocatorOptions().setHasText(words)).first();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!wanted.isVisible()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(words + " is not seen after " + seconds + " s\n" + text());
      }
      page.waitForTimeout(LOOK_EVERY_MS);
      page.reload();
    }
    return this;
  }

  /** Waits until the words appear without loading the page again. */
  Person awaits(String words) {
    page.getByText(words).first().waitFor();
    return this;
  }

  Person sees(String words) {
    if (page.getByText(words).count() == 0
        && !text().contains(words)
        && page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)).count()
            == 0) {
      throw new AssertionError("Not seen: " + words + ", on " + page.url() + "\n" + text());
    }
    return this;
  }

  Person seesNo(String words) {
    if (text().contains(words)) {
      throw new AssertionError("Should not be seen: " + words + ", on " + page.url());
    }
    return this;
  }

  /** What the value beside a name of a summary list is. */
  String valueOf(String key) {
    return page.locator(".govuk-summary-list__row")
        .filter(
            new Locator.FilterOptions()
                .setHas(page.locator("dt", new Page.LocatorOptions().setHasText(key))))
        .first()
        .locator("dd")
        .first()
        .innerText()
        .strip();
  }

  /** Lets the gallery look at this view, and keeps it. */
  Person look(String name) {
    gallery.look(page, name);
    return this;
  }

  /** The id of the data set's first slot, as the interface for programs tells it. */
  String firstSlot() {
    String slots = page.request().get("/api/data-sets/DID/slots").text();
    return slots.replaceFirst("(?s)^.*?\"controllershipId\" *: *\"([^\"]+)\".*$", "$1");
  }

  /** Presses a key, as somebody without a mouse does. */
  Person key(String key) {
    page.keyboard().press(key);
    return this;
  }

  /** Sends what has the focus on its way with the Enter key, and waits for these words. */
  Person enter(String expected) {
    key("Enter");
    page.getByText(expected).first().waitFor();
    return this;
  }

  Person focusIsOn(String name) {
    if (!focused().contains(name)) {
      throw new AssertionError("The focus is on " + focused() + ", not on " + name);
    }
    return this;
  }

  /** Moves the focus on with the Tab key until the words are there. */
  Person tabTo(String name) {
    for (int step = 0; step < 200; step++) {
      page.keyboard().press("Tab");
      if (focused().contains(name)) {
        return this;
      }
    }
    throw new AssertionError("No Tab leads to " + name + " on " + page.url());
  }

  /** Types into what has the focus. */
  Person write(String text) {
    page.keyboard().type(text);
    return this;
  }

  private String focused() {
    return (String)
        page.evaluate(
            "() => { const a = document.activeElement;"
                + " const l = a.labels && a.labels.length ? a.labels[0].innerText : '';"
                + " return [l, a.getAttribute('aria-label') ?? '', a.value ?? '', a.innerText ?? ''].join(' '); }");
  }

  String address() {
    return page.url();
  }

  /** What the page says. */
  String text() {
    return page.locator("body").innerText();
  }
}
