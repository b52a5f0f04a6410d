package org.didaccess.api.parameter;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.didaccess.shared.InvalidInput;
import org.didaccess.shared.NotFound;

/**
 * Reads ids, numbers, months, choices and texts of an address. Where one cannot be read, a path
 * leads nowhere, and a query says which of its values is wrong.
 */
@Provider
public class StrictParameters implements ParamConverterProvider {

  @Override
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
    Refusal refusal = Refusal.of(annotations);
    if (refusal == null) {
      return null;
    }
    if (type == UUID.class) {
      return reading(type, UUID::fromString, refusal, "Give an id (a UUID).");
    }
    if (type == String.class) {
      return reading(
          type, StrictParameters::storable, refusal, "Take out the character that is no text.");
    }
    if (type == Long.class) {
      return reading(type, Long::valueOf, refusal, "Give a whole number.");
    }
    if (type == YearMonth.class) {
      return reading(type, StrictParameters::month, refusal, "Give the month as yyyy-MM.");
    }
    return type.isEnum() ? choice(type, refusal) : null;
  }

  private static <T> ParamConverter<T> choice(Class<T> type, Refusal refusal) {
    String choices =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name())
            .collect(Collectors.joining(", "));
    return reading(type, text -> constant(type, text), refusal, "Give one of " + choices + ".");
  }

  private static <T> T constant(Class<T> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(text))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException unreadable) {
      throw new IllegalArgumentException(unreadable);
    }
  }

  private static String storable(String text) {
    if (text.indexOf(0) >= 0) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  private interface Reading {
    Object read(String text);
  }

  private static <T> ParamConverter<T> reading(
      Class<T> type, Reading reading, Refusal refusal, String advice) {
    return new ParamConverter<>() {
      @Override
      public T fromString(String text) {
        try {
          return text == null ? null : type.cast(reading.read(text));
        } catch (IllegalArgumentException unreadable) {
          throw refusal.with(advice);
        }
      }

      @Override
      public String toString(T value) {
        return value.toString();
      }
    };
  }

  /**
   * How a value is refused.
   *
   * @param query the query parameter's name, null in a path
   */
  private record Refusal(String query) {

    static Refusal of(Annotation[] annotations) {
      for (Annotation annotation : annotations) {
        if (annotation instanceof PathParam) {
          return new Refusal(null);
        }
        if (annotation instanceof QueryParam parameter) {
          return new Refusal(parameter.value());
        }
      }
      return null;
    }

    RuntimeException with(String advice) {
      return query == null ? new NotFound("address") : new InvalidInput(query, advice);
    }
  }
}
