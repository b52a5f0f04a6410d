package org.didaccess.identity;

import java.util.List;
import java.util.UUID;

/**
 * Makes an account.
 *
 * @param login the login name: small letters, digits, dots and hyphens
 * @param name the name that others see
 * @param email where messages go
 * @param organisation the organisation the person works for
 * @param unit the part of it
 * @param roles roles to give, besides {@code researcher}, which everybody has
 * @param confirmation the administrator's own secret
 */
public record EnrolPerson(
    String login,
    String name,
    String email,
    UUID organisation,
    String unit,
    List<String> roles,
    Confirmation confirmation) {}
