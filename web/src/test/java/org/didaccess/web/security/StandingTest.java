package org.didaccess.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.didaccess.identity.Roles;
import org.didaccess.identity.SignInUseCases.Standing;
import org.junit.jupiter.api.Test;

class StandingTest {

  private static final Set<String> ROLES = Set.of(Roles.RESEARCHER, Roles.PANEL);

  @Test
  void a_session_goes_on_while_account_secret_and_roles_are_the_same() {
    assertThat(new Standing(true, 7, ROLES).carries(7, ROLES)).isTrue();
  }

  @Test
  void a_session_ends_with_the_account() {
    assertThat(new Standing(false, 7, Set.of()).carries(7, ROLES)).isFalse();
  }

  @Test
  void a_session_ends_with_the_secret_that_it_began_with() {
    assertThat(new Standing(true, 8, ROLES).carries(7, ROLES)).isFalse();
  }

  @Test
  void a_session_ends_with_any_of_its_roles_but_not_with_a_new_one() {
    assertThat(new Standing(true, 7, Set.of(Roles.RESEARCHER)).carries(7, ROLES)).isFalse();
    assertThat(new Standing(true, 7, ROLES).carries(7, Set.of(Roles.RESEARCHER))).isTrue();
  }
}
