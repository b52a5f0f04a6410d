package org.didaccess.api.description;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.didaccess.api.access.AccessDeclaration;
import org.didaccess.api.paging.SeenVersion;
import org.didaccess.api.session.Credentials;
import org.didaccess.identity.ChangeSecret;
import org.didaccess.identity.Confirmation;
import org.eclipse.microprofile.openapi.models.PathItem;

/**
 * What can be told about an operation from its method.
 *
 * @param method the resource's method
 * @param reading whether it changes nothing
 */
record ResourceOperation(Method method, boolean reading) {

  private static final Set<Class<?>> SECRETS =
      Set.of(Credentials.class, ChangeSecret.class, Confirmation.class);

  static ResourceOperation of(PathItem.HttpMethod verb, String operationId) {
    return new ResourceOperation(methodOf(operationId), verb == PathItem.HttpMethod.GET);
  }

  AccessDeclaration access() {
    return AccessDeclaration.of(method.getDeclaringClass(), method)
        .orElseThrow(() -> new IllegalStateException("Nobody may call " + method));
  }

  boolean hasPathParameters() {
    return annotated(PathParam.class).findAny().isPresent();
  }

  boolean hasQueryParameters() {
    return annotated(QueryParam.class).findAny().isPresent()
        || annotated(BeanParam.class).anyMatch(bean -> bean.getType() != SeenVersion.class);
  }

  boolean expectsVersion() {
    return annotated(BeanParam.class).anyMatch(bean -> bean.getType() == SeenVersion.class);
  }

  /** A parameter without an annotation is the body. */
  Optional<Class<?>> body() {
    return Arrays.stream(method.getParameters())
        .filter(parameter -> parameter.getAnnotations().length == 0)
        .<Class<?>>map(Parameter::getType)
        .findFirst();
  }

  /** Whether a secret is checked, of which only so many may be wrong. */
  boolean checksSecret() {
    return body().filter(ResourceOperation::holdsSecret).isPresent();
  }

  private static boolean holdsSecret(Class<?> body) {
    return SECRETS.contains(body)
        || Stream.ofNullable(body.getRecordComponents())
            .flatMap(Arrays::stream)
            .anyMatch(component -> component.getType() == Confirmation.class);
  }

  private Stream<Parameter> annotated(Class<? extends Annotation> annotation) {
    return Arrays.stream(method.getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(annotation));
  }

  /** The method that the scanner named by its class and its name. */
  private static Method methodOf(String operationId) {
    int end = operationId.lastIndexOf('_');
    String name = operationId.substring(end + 1);
    try {
      Class<?> resource =
          Class.forName(
              operationId.substring(0, end), false, ResourceOperation.class.getClassLoader());
      for (Method method : resource.getMethods()) {
        if (method.getName().equals(name)) {
          return method;
        }
      }
    } catch (ClassNotFoundException unknown) {
      throw new IllegalStateException(unknown);
    }
    throw new IllegalStateException("No resource method " + operationId);
  }
}
