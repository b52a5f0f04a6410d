package org.didaccess.api.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/**
 * How values look as JSON: in alphabetical order, so that it never changes, and nothing left out
 * that is null. What is read has to have the type that is described.
 */
@Provider
public class JsonShape implements ContextResolver<Jsonb> {

  private final Jsonb jsonb =
      JsonbBuilder.create(
          new JsonbConfig()
              .withAdapters(new MonthText(), new DayText())
              .withDeserializers(new StrictText(), new StrictFlag())
              .withNullValues(true)
              .withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL));

  @Override
  public Jsonb getContext(Class<?> type) {
    return jsonb;
  }
}
