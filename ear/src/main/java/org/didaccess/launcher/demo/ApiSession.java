package org.didaccess.launcher.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.didaccess.launcher.LaunchProblem;

/** One person's session with the REST interface, or nobody's before signing in. */
final class ApiSession {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final String baseUrl;
  private final HttpClient client;
  private final String secret;
  private String csrfToken = "";

  private ApiSession(String baseUrl, String secret) {
    this.baseUrl = baseUrl;
    this.secret = secret;
    this.client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }

  /** A session of nobody, for what is open to everybody. */
  static ApiSession anonymous(String baseUrl) {
    return new ApiSession(baseUrl, "");
  }

  /** Signs in. */
  static ApiSession signIn(String baseUrl, String login, String secret) {
    ApiSession session = new ApiSession(baseUrl, secret);
    JsonObject answer =
        session
            .post("/session", object().add("login", login).add("secret", secret).build())
            .object();
    session.csrfToken = answer.getString("csrfToken");
    return session;
  }

  static JsonObjectBuilder object() {
    return Json.createObjectBuilder();
  }

  /** The person's own secret as a confirmation, for acts that ask for it again. */
  JsonObject confirmation() {
    return object().add("secret", secret).build();
  }

  JsonObject me() {
    return get("/session").object().getJsonObject("me");
  }

  ApiAnswer get(String path) {
    return checked("GET " + path, request(path).GET().build());
  }

  ApiAnswer post(String path, JsonStructure body) {
    return send("POST", path, null, body);
  }

  ApiAnswer post(String path, String tag, JsonStructure body) {
    return send("POST", path, tag, body);
  }

  ApiAnswer put(String path, String tag, JsonStructure body) {
    return send("PUT", path, tag, body);
  }

  /** Downloads a package to a file. */
  Path download(String path, Path file) {
    return download(path, "application/octet-stream", file);
  }

  /** Downloads what has that media type to a file. */
  Path download(String path, String mediaType, Path file) {
    HttpRequest request = request(path).setHeader("Accept", mediaType).GET().build();
    try {
      HttpResponse<Path> response = client.send(request, HttpResponse.BodyHandlers.ofFile(file));
      if (response.statusCode() != 200) {
        throw new LaunchProblem("GET " + path + " was answered with " + response.statusCode());
      }
      return file;
    } catch (IOException e) {
      throw new LaunchProblem("Downloading " + path + " failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchProblem("Interrupted while downloading " + path, e);
    }
  }

  private ApiAnswer send(String method, String path, String tag, JsonStructure body) {
    BodyPublisher content =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
    HttpRequest.Builder request = request(path).method(method, content);
    if (tag != null) {
      request.header("If-Match", tag);
    }
    return checked(method + " " + path, request.build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(baseUrl + "/api" + path))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/plain")
        .header("X-CSRF-Token", Objects.requireNonNullElse(csrfToken, ""));
  }

  private ApiAnswer checked(String what, HttpRequest request) {
    try {
      ApiAnswer answer = ApiAnswer.of(client.send(request, HttpResponse.BodyHandlers.ofString()));
      if (!answer.ok()) {
        throw new ApiRefusal(what, answer);
      }
      return answer;
    } catch (IOException e) {
      throw new LaunchProblem(what + " failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchProblem("Interrupted during " + what, e);
    }
  }
}
