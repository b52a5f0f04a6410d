package org.didaccess.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.didaccess.harness.Pages;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Pages whose address says nothing, or nonsense, say so: none of them fails. */
class PageAddressesIT {
  private static final String NO_SUCH_ID = "00000000-0000-4000-8000-00000000dead";
  private static final List<String> QUERIES =
      List.of(
          "",
          "?id=no-id&agreement=no-id&application=no-id&version=no-id&slot=no-id&page=-1",
          ("?id=%1$s&agreement=%1$s&application=%1$s&version=%1$s&slot=%1$s&condition=%1$s"
                  + "&section=nosuch&code=nosuch&act=nosuch&kind=nosuch&of=nosuch&token=nosuch"
                  + "&reference=nosuch&organisation=%1$s")
              .formatted(NO_SUCH_ID));

  @Test
  void there_are_pages() throws IOException {
    assertThat(Pages.addresses())
        .hasSizeGreaterThan(30)
        .contains("/release/order", "/agreement/sign");
  }

  @TestFactory
  Stream<DynamicTest> an_address_without_sense_is_answered_on() throws IOException {
    return Pages.addresses().stream()
        .map(view -> DynamicTest.dynamicTest(view, () -> askEverybody(view)));
  }

  private static void askEverybody(String view) {
    SoftAssertions softly = new SoftAssertions();
    for (Who who : Who.values()) {
      Caller caller = who.caller();
      for (String query : QUERIES) {
        softly
            .assertThat(caller.page(view + query).status())
            .as("%s %s%s", who, view, query)
            .isIn(200, 302, 400, 403, 404);
      }
    }
    softly.assertAll();
  }
}
