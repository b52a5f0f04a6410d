package org.didaccess.api.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/**
 * How values look as JSON: in alphabetical order, so that it never changes, and nothing left out
 * that is null. What is read has to have the type that is described, and no name besides: one that
 * is misspelt would otherwise be taken for one that was left out.
 */
@Provider
public class JsonShape implements ContextResolver<Jsonb> {

  /** The binding's own name for refusing what is not described; the standard has none. */
  private static final String FAIL_ON_UNKNOWN = "jsonb.fail-on-unknown-properties";

  private final Jsonb jsonb =
      JsonbBuilder.create(
          new JsonbConfig()
              .setProperty(FAIL_ON_UNKNOWN, true)
              .withAdapters(new MonthText(), new DayText())
              .withDeserializers(new StrictText(), new StrictFlag())
              .withNullValues(true)
              .withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL));

  @Override
  public Jsonb getContext(Class<?> type) {
    return jsonb;
  }
}
