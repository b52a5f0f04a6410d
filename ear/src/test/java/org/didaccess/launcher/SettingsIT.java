package org.didaccess.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsIT {

  @Test
  void the_product_is_asked_where_it_is_served() {
    assertThat(bound("").baseUrl()).isEqualTo("http://127.0.0.1:8080");
    assertThat(bound("127.0.0.2").baseUrl()).isEqualTo("http://127.0.0.2:8080");
    assertThat(bound("localhost").baseUrl()).isEqualTo("http://localhost:8080");
    assertThat(bound("::1").baseUrl()).isEqualTo("http://[::1]:8080");
  }

  @Test
  void where_it_is_served_on_all_addresses_the_loopback_one_is_asked() {
    assertThat(bound("0.0.0.0").baseUrl()).isEqualTo("http://127.0.0.1:8080");
    assertThat(bound("::").baseUrl()).isEqualTo("http://127.0.0.1:8080");
  }

  @Test
  void an_address_of_another_machine_is_refused_with_what_to_give() {
    assertThatThrownBy(bound("192.0.2.1")::boundTo)
        .isInstanceOf(LaunchProblem.class)
        .hasMessageContaining("no address of this machine");
  }

  private static Settings bound(String address) {
    return new Settings(Map.of("DID_BIND", address), Path.of("."));
  }
}
