package org.didaccess.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.didaccess.harness.RunningProduct;

/** Somebody with a session, or nobody. */
final class Caller {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final Map<String, String> usual = new HashMap<>();

  private Caller() {
    usual.put("Accept", "*/*");
  }

  static Caller nobody() {
    return new Caller();
  }

  /** Signed in, in a session of its own. */
  static Caller signedIn(String login) {
    Caller caller = new Caller();
    Answer answer =
        caller.send(
            Call.of("POST", "/session")
                .json(
                    Json.createObjectBuilder()
                        .add("login", login)
                        .add("secret", RunningProduct.shared().secret())
                        .build()
                        .toString()));
    caller.usual.put(Call.CSRF, answer.object().getString("csrfToken"));
    return caller;
  }

  /** The person's own secret, for acts that ask for it again. */
  static JsonObject confirmation() {
    return Json.createObjectBuilder().add("secret", RunningProduct.shared().secret()).build();
  }

  boolean isSignedIn() {
    return get("/session").status() == 200;
  }

  Answer get(String path) {
    return send(Call.get(path));
  }

  Answer post(String path, JsonObject body) {
    return send(Call.of("POST", path).json(body.toString()));
  }

  Answer send(Call call) {
    return exchange("/api" + call.path(), call);
  }

  /** A page or document beside the interface. */
  Answer page(String address) {
    return exchange(address, Call.get(address).header("Accept", "text/html, application/json"));
  }

  private Answer exchange(String address, Call call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(RunningProduct.shared().baseUrl() + address))
            .timeout(PATIENCE)
            .method(call.method(), call.body());
    Map<String, String> headers = new HashMap<>(usual);
    headers.putAll(call.headers());
    headers.forEach(
        (name, value) -> {
          if (value != null) {
            request.header(name, value);
          }
        });
    try {
      return Answer.of(client.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new AssertionError(call + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
