package org.didaccess.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=y",
        ""
      })
  void sign_in_never_leads_to_another_site(String wanted) {
    assertThat(Addresses.local(wanted)).isEqualTo("/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/application/section?id=1&section=purpose"})
  void sign_in_leads_back_to_where_one_was(String wanted) {
    assertThat(Addresses.local(wanted)).isEqualTo(wanted);
  }
}
