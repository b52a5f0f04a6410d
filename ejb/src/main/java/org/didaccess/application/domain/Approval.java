package org.didaccess.application.domain;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one controller allowed: the selection decided on, and what became of its fields.
 *
 * @param selection the selection that the decision was made on
 * @param coarsened field asked for to the less detailed field allowed in its place
 * @param struck fields not allowed
 */
public record Approval(Selection selection, Map<String, String> coarsened, Set<String> struck) {

  /** Keeps its own copies. */
  public Approval {
    coarsened = Map.copyOf(coarsened);
    struck = Set.copyOf(struck);
  }

  /** The fields that may be released under this approval. */
  public Set<String> allowedFields() {
    return selection.fields().stream()
        .filter(field -> !struck.contains(field))
        .map(field -> coarsened.getOrDefault(field, field))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the field itself was coarsened or struck. */
  public boolean refused(String field) {
    return struck.contains(field) || coarsened.containsKey(field);
  }
}
