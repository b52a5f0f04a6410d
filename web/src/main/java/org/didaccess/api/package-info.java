/**
 * The REST interface: its root, and what every resource shares.
 *
 * <p>A resource lives in {@code org.didaccess.api.<capability>}, calls one use case a method and
 * declares who may call it with {@code @PermitAll} or {@code @RolesAllowed} ({@code "**"} is
 * anybody signed in); without a declaration it is closed. Errors leave as {@code
 * application/problem+json} ({@link org.didaccess.api.problem}); versions travel as ETags ({@link
 * org.didaccess.api.paging.EntityVersion}).
 */
package org.didaccess.api;
