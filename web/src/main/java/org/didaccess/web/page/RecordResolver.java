package org.didaccess.web.page;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Lets pages read records by their components' names, {@code #{view.title}}: Expression Language 5
 * knows getters alone. Derived values of a record, which are methods without parameters, read the
 * same way.
 */
public class RecordResolver extends ELResolver {

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    Optional<Method> accessor = accessor(base, property);
    if (accessor.isEmpty()) {
      return null;
    }
    context.setPropertyResolved(base, property);
    try {
      return accessor.get().invoke(base);
    } catch (IllegalAccessException | InvocationTargetException failure) {
      throw new ELException(failure);
    }
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    Optional<Method> accessor = accessor(base, property);
    accessor.ifPresent(found -> context.setPropertyResolved(base, property));
    return accessor.<Class<?>>map(Method::getReturnType).orElse(null);
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    if (accessor(base, property).isPresent()) {
      throw new PropertyNotWritableException("A record does not change.");
    }
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    boolean ours = accessor(base, property).isPresent();
    if (ours) {
      context.setPropertyResolved(base, property);
    }
    return ours;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return base instanceof Record ? String.class : null;
  }

  private static Optional<Method> accessor(Object base, Object property) {
    if (!(base instanceof Record) || !(property instanceof String name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(base.getClass().getMethod(name));
    } catch (NoSuchMethodException unknown) {
      return Optional.empty();
    }
  }
}
