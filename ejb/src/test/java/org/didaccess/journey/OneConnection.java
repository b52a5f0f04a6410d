package org.didaccess.journey;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** A datasource that always gives one connection: JPA and plain SQL share one transaction. */
final class OneConnection {

  private OneConnection() {}

  static DataSource of(Connection connection) {
    Connection kept = proxy(Connection.class, connection, "close");
    return (DataSource)
        Proxy.newProxyInstance(
            OneConnection.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (self, method, arguments) ->
                method.getName().equals("getConnection") ? kept : unsupported(method.getName()));
  }

  private static Object unsupported(String method) {
    return switch (method) {
      case "getLoginTimeout" -> 0;
      case "toString" -> "one connection";
      case "hashCode" -> 1;
      default -> null;
    };
  }

  private static <T> T proxy(Class<T> type, T target, String withheld) {
    return type.cast(
        Proxy.newProxyInstance(
            OneConnection.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (method.getName().equals(withheld)) {
                return null;
              }
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            }));
  }
}
