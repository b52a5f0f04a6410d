package org.didaccess.identity;

import java.util.List;
import java.util.UUID;

/**
 * One account.
 *
 * @param id the person
 * @param login the login name
 * @param name the name that others see
 * @param email where messages go
 * @param ended whether the account has ended
 * @param roles roles of {@link Roles}, sorted
 * @param memberships organisations the person works for
 * @param seats seats the person holds
 * @param mayChange whether the caller may give and take roles and seats, or end the account
 */
public record PersonView(
    UUID id,
    String login,
    String name,
    String email,
    boolean ended,
    List<String> roles,
    List<MembershipView> memberships,
    List<SeatView> seats,
    boolean mayChange) {

  /** Keeps its own copies of the lists. */
  public PersonView {
    roles = List.copyOf(roles);
    memberships = List.copyOf(memberships);
    seats = List.copyOf(seats);
  }
}
