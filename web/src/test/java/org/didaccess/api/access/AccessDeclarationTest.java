package org.didaccess.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class AccessDeclarationTest {

  @RolesAllowed("officer")
  static class Guarded {
    public void inherited() {}

    @PermitAll
    public void open() {}

    @DenyAll
    public void closed() {}
  }

  static class Silent {
    public void nobodySaidAnything() {}
  }

  @Test
  void a_method_without_a_declaration_has_that_of_its_class() throws NoSuchMethodException {
    assertThat(AccessDeclaration.of(Guarded.class, Guarded.class.getMethod("inherited")))
        .hasValueSatisfying(access -> assertThat(access.roles()).containsExactly("officer"));
  }

  @Test
  void a_methods_own_declaration_wins() throws NoSuchMethodException {
    assertThat(AccessDeclaration.of(Guarded.class, Guarded.class.getMethod("open")))
        .hasValueSatisfying(access -> assertThat(access.open()).isTrue());
    assertThat(AccessDeclaration.of(Guarded.class, Guarded.class.getMethod("closed"))).isEmpty();
  }

  @Test
  void without_any_declaration_nobody_may() throws NoSuchMethodException {
    assertThat(AccessDeclaration.of(Silent.class, Silent.class.getMethod("nobodySaidAnything")))
        .isEmpty();
  }

  @Test
  void a_body_is_read_up_to_its_bound_and_no_further() throws IOException {
    try (InputStream fits = new BoundedStream(new ByteArrayInputStream(new byte[8]), 8);
        InputStream tooLong = new BoundedStream(new ByteArrayInputStream(new byte[9]), 8)) {
      assertThat(fits.readAllBytes()).hasSize(8);
      Assertions.assertThatThrownBy(tooLong::readAllBytes).isInstanceOf(BodyTooLarge.class);
    }
  }
}
