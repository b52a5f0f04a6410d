package org.didaccess.identity;

/**
 * Registers an organisation.
 *
 * @param odsCode its code in the organisation data service, 3 to 6 letters and digits
 * @param name its name
 * @param confirmation the administrator's own secret
 */
public record RegisterOrganisation(String odsCode, String name, Confirmation confirmation) {}
