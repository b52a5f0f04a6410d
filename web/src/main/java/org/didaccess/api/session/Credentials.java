package org.didaccess.api.session;

import java.util.ArrayList;
import java.util.List;
import org.didaccess.shared.FieldError;
import org.didaccess.shared.InvalidInput;

/**
 * Who wants to sign in.
 *
 * @param login the account's name
 * @param secret the account's secret
 */
public record Credentials(String login, String secret) {

  void check() {
    List<FieldError> errors = new ArrayList<>();
    if (login == null || login.isBlank()) {
      errors.add(new FieldError("login", "Give your login."));
    }
    if (secret == null || secret.isEmpty()) {
      errors.add(new FieldError("secret", "Give your secret."));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }
}
