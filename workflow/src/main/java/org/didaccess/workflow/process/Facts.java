package org.didaccess.workflow.process;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Variables for a process. Only ids, flags, names of enum constants and instants fit in: the engine
 * remembers ids, not people.
 */
public final class Facts {
  private final Map<String, Object> values = new LinkedHashMap<>();

  private Facts() {}

  /** No variables. */
  public static Facts none() {
    return new Facts();
  }

  /** Adds an id. */
  public Facts with(String name, UUID id) {
    values.put(name, id.toString());
    return this;
  }

  /** Adds several ids, parted by blanks. */
  public Facts with(String name, Collection<UUID> ids) {
    values.put(name, ids.stream().map(UUID::toString).collect(Collectors.joining(" ")));
    return this;
  }

  /** Adds a flag. */
  public Facts with(String name, boolean flag) {
    values.put(name, flag);
    return this;
  }

  /** Adds the name of an enum constant. */
  public Facts with(String name, Enum<?> constant) {
    values.put(name, constant.name());
    return this;
  }

  /** Adds an instant, as the date that the engine's timers read. */
  public Facts with(String name, Instant instant) {
    values.put(name, Date.from(instant));
    return this;
  }

  Map<String, Object> asVariables() {
    return Map.copyOf(values);
  }
}
