package org.didaccess.rest;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * A request, whatever it looks like.
 *
 * @param method any word
 * @param path below {@code /api}
 * @param headers those of a proper request, with what a test changes
 * @param body any bytes
 */
record Call(String method, String path, Map<String, String> headers, BodyPublisher body) {
  static final String CSRF = "X-CSRF-Token";

  Call {
    headers = Collections.unmodifiableMap(headers);
  }

  static Call get(String path) {
    return new Call("GET", path, Map.of(), BodyPublishers.noBody());
  }

  static Call of(String method, String path) {
    return new Call(method, path, Map.of(), BodyPublishers.noBody());
  }

  /** With a body of this media type. */
  Call with(String mediaType, byte[] content) {
    return new Call(method, path, headers, BodyPublishers.ofByteArray(content))
        .header("Content-Type", mediaType);
  }

  Call json(String text) {
    return with("application/json", text.getBytes(StandardCharsets.UTF_8));
  }

  /** With this header in place of whatever is sent otherwise; null leaves it out. */
  Call header(String name, String value) {
    Map<String, String> changed = new HashMap<>(headers);
    changed.put(name, value);
    return new Call(method, path, changed, body);
  }

  Call ifMatch(String tag) {
    return header("If-Match", tag);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
