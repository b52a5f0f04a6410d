package org.didaccess.api.access;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.didaccess.identity.Roles;

/**
 * Who may call one resource method: its own declaration, or else that of its class.
 *
 * @param open true: anybody, signed in or not
 * @param roles the roles that may; {@link #ANYBODY_SIGNED_IN} stands for all of them
 */
public record AccessDeclaration(boolean open, List<String> roles) {

  /** The role name that Jakarta gives to anybody who is signed in. */
  public static final String ANYBODY_SIGNED_IN = Roles.ANYBODY_SIGNED_IN;

  /** The declaration in force, or nothing: then nobody may. */
  public static Optional<AccessDeclaration> of(Class<?> resource, Method method) {
    Optional<AccessDeclaration> own = on(method);
    return own.isPresent() || method.isAnnotationPresent(DenyAll.class) ? own : on(resource);
  }

  private static Optional<AccessDeclaration> on(AnnotatedElement element) {
    if (element.isAnnotationPresent(PermitAll.class)) {
      return Optional.of(new AccessDeclaration(true, List.of()));
    }
    return Optional.ofNullable(element.getAnnotation(RolesAllowed.class))
        .map(allowed -> new AccessDeclaration(false, List.of(allowed.value())));
  }
}
