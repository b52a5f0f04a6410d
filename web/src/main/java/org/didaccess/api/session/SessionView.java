package org.didaccess.api.session;

import org.didaccess.identity.MeView;

/**
 * The caller's session.
 *
 * @param csrfToken send it as X-CSRF-Token with every request that changes something
 * @param me who is signed in
 */
public record SessionView(String csrfToken, MeView me) {}
