package org.didaccess.shared;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;

/** Does for a bean what the container would: gives it its collaborators, and takes its events. */
public final class Injected {

  private Injected() {}

  /** Puts each collaborator into the bean's fields of its type. */
  public static <T> T into(T bean, Object... collaborators) {
    for (Field field : bean.getClass().getDeclaredFields()) {
      for (Object collaborator : collaborators) {
        if (field.getType().isInstance(collaborator)) {
          put(bean, field, collaborator);
        }
      }
    }
    return bean;
  }

  /** The container's events where nobody listens. */
  public static Object unheard() {
    return Proxy.newProxyInstance(
        Event.class.getClassLoader(), new Class<?>[] {Event.class}, (event, fire, about) -> null);
  }

  private static void put(Object bean, Field field, Object collaborator) {
    try {
      field.setAccessible(true);
      field.set(bean, collaborator);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
