package org.didaccess.shared;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Gives a bean its collaborators without a container, and plays those that answer little. */
public final class StandIns {

  private StandIns() {}

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

  private static void put(Object bean, Field field, Object collaborator) {
    try {
      field.setAccessible(true);
      field.set(bean, collaborator);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Plays an interface.
   *
   * @param answers what it does, by the method's name; of what is not listed it knows nothing
   */
  public static <T> T of(Class<T> type, Map<String, Function<Object[], Object>> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                answers.getOrDefault(method.getName(), none -> nothing(method)).apply(arguments)));
  }

  private static Object nothing(Method method) {
    Class<?> type = method.getReturnType();
    if (type == boolean.class) {
      return false;
    }
    if (type == long.class) {
      return 0L;
    }
    return type == Optional.class ? Optional.empty() : null;
  }
}
