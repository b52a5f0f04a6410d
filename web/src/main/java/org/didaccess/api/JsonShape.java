package org.didaccess.api;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/**
 * How values look as JSON: in alphabetical order, so that it never changes, and nothing left out
 * that is null.
 */
@Provider
public class JsonShape implements ContextResolver<Jsonb> {

  private final Jsonb jsonb =
      JsonbBuilder.create(
          new JsonbConfig()
              .withAdapters(new MonthText())
              .withNullValues(true)
              .withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL));

  @Override
  public Jsonb getContext(Class<?> type) {
    return jsonb;
  }
}
