package org.didaccess.identity;

import java.util.List;
import java.util.UUID;

/**
 * The caller's own account.
 *
 * @param id the person
 * @param login the login name
 * @param name the name that others see
 * @param email where messages go
 * @param roles roles of {@link Roles}, sorted
 * @param memberships organisations the person works for
 * @param seats seats the person holds
 */
public record MeView(
    UUID id,
    String login,
    String name,
    String email,
    List<String> roles,
    List<MembershipView> memberships,
    List<SeatView> seats) {

  /** Keeps its own copies of the lists. */
  public MeView {
    roles = List.copyOf(roles);
    memberships = List.copyOf(memberships);
    seats = List.copyOf(seats);
  }

  /** Whether the person has a role of {@link Roles}. */
  public boolean has(String role) {
    return roles.contains(role);
  }
}
