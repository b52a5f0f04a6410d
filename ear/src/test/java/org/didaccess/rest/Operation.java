package org.didaccess.rest;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One operation as the product's own description has it.
 *
 * @param method the HTTP method
 * @param path below {@code /api}, with names for its parameters
 * @param description what is said about it
 */
record Operation(String method, String path, JsonObject description) {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final String NO_SUCH_ID = "00000000-0000-4000-8000-00000000dead";

  /** Values for what is no id. */
  private static final Map<String, String> NAMES =
      Map.of(
          "code", "DID",
          "section", "purpose",
          "role", "officer",
          "process", "data-access-application",
          "reference", "DSA-999999",
          "token", "no-such-token",
          "month", "2024-04",
          "submitter", "NOSUCH");

  /** The description of the whole interface. */
  static JsonObject document() {
    return Caller.nobody().page("/openapi").object();
  }

  /** All of them, by path. */
  static List<Operation> all() {
    Map<String, Operation> found = new TreeMap<>();
    document()
        .getJsonObject("paths")
        .forEach(
            (path, item) ->
                item.asJsonObject().keySet().stream()
                    .filter(METHODS::contains)
                    .map(verb -> of(path, verb, item.asJsonObject().getJsonObject(verb)))
                    .forEach(operation -> found.put(operation.toString(), operation)));
    return List.copyOf(found.values());
  }

  private static Operation of(String path, String verb, JsonObject description) {
    return new Operation(
        verb.toUpperCase(Locale.ROOT), path.replaceFirst("^/api", ""), description);
  }

  boolean changes() {
    return !method.equals("GET");
  }

  boolean takesJson() {
    return description.containsKey("requestBody")
        && description
            .getJsonObject("requestBody")
            .getJsonObject("content")
            .containsKey("application/json");
  }

  /** A call about nothing that exists; with an empty object where a body is taken. */
  Call aboutNothing() {
    Call call = Call.of(method, filled(NO_SUCH_ID)).ifMatch("\"0\"");
    return takesJson() ? call.json("{}") : call;
  }

  /** The path with this in place of each id. */
  String filled(String id) {
    return PARAMETER.matcher(path).replaceAll(match -> value(match, id));
  }

  private String value(MatchResult match, String id) {
    boolean ofDataSet = path.startsWith("/data-sets/") && match.group(1).equals("version");
    return ofDataSet ? "1" : NAMES.getOrDefault(match.group(1), id);
  }

  /** Whether this path is one of the operation's. */
  boolean isAt(String otherPath) {
    return otherPath.matches(PARAMETER.matcher(path).replaceAll("[^/]+"));
  }

  boolean namesAnId() {
    return !filled("1").equals(filled("2"));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
