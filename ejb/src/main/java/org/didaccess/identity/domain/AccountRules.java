package org.didaccess.identity.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.didaccess.identity.EnrolPerson;
import org.didaccess.identity.GrantRole;
import org.didaccess.identity.GrantSeat;
import org.didaccess.identity.RegisterOrganisation;
import org.didaccess.identity.Roles;
import org.didaccess.shared.Checks;

/** What an account's data must look like, checked before the guard is asked. */
public final class AccountRules {

  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,99}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{3,12}");
  private static final int NAME_LENGTH = 200;
  private static final int EMAIL_LENGTH = 254;
  private static final int LEAST_SECRET = 12;
  private static final int MOST_SECRET_BYTES = 72;
  private static final Set<String> GRANTABLE =
      Set.of(Roles.DATA_MANAGER, Roles.OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR);
  private static final Set<String> SEATS = Set.of("member", "chair", "signatory", "independent");

  private AccountRules() {}

  /** Checks a new account. */
  public static void check(EnrolPerson command) {
    List<String> roles = command.roles() == null ? List.of() : command.roles();
    new Checks()
        .that(
            command.login() != null && LOGIN.matcher(command.login()).matches(),
            "login",
            "Give a login name of small letters, digits, dots and hyphens.")
        .text("name", command.name(), NAME_LENGTH, "Give the person's name.")
        .that(
            command.email() == null
                || (command.email().length() <= EMAIL_LENGTH
                    && EMAIL.matcher(command.email()).matches()),
            "email",
            "Give an e-mail address such as name@example.org.")
        .present("organisation", command.organisation(), "Choose the person's organisation.")
        .that(GRANTABLE.containsAll(roles), "roles", rolesMessage())
        .done();
  }

  /** Checks a new organisation. */
  public static void check(RegisterOrganisation command) {
    new Checks()
        .that(
            command.odsCode() != null && CODE.matcher(command.odsCode()).matches(),
            "odsCode",
            "Give the organisation's code: 3 to 12 capital letters and digits.")
        .text("name", command.name(), NAME_LENGTH, "Give the organisation's name.")
        .done();
  }

  /** Checks a role to give. */
  public static void check(GrantRole command) {
    new Checks().present("person", command.person(), "Choose a person.").done();
    checkRole(command.role());
  }

  /** Checks the name of a role that can be given and taken away. */
  public static void checkRole(String role) {
    new Checks().that(role != null && GRANTABLE.contains(role), "role", rolesMessage()).done();
  }

  /** Checks a seat to give. */
  public static void check(GrantSeat command) {
    boolean independent = "independent".equals(command.kind());
    new Checks()
        .present("person", command.person(), "Choose a person.")
        .present("organisation", command.organisation(), "Choose an organisation.")
        .that(
            command.kind() != null && SEATS.contains(command.kind()),
            "kind",
            "Choose member, chair, signatory or independent.")
        .that(
            !independent || (command.unit() != null && !command.unit().isBlank()),
            "unit",
            "Name the unit that the member is independent of.")
        .that(
            !independent || (command.evidence() != null && !command.evidence().isBlank()),
            "evidence",
            "Say what shows that the member is independent.")
        .done();
  }

  /** Checks a new secret: bcrypt reads no more than 72 bytes. */
  public static void checkSecret(String secret) {
    new Checks()
        .that(
            secret != null
                && secret.length() >= LEAST_SECRET
                && secret.getBytes(StandardCharsets.UTF_8).length <= MOST_SECRET_BYTES,
            "newSecret",
            "Choose a password of 12 to 72 characters.")
        .done();
  }

  private static String rolesMessage() {
    return "Choose among data-manager, officer, auditor and administrator.";
  }
}
