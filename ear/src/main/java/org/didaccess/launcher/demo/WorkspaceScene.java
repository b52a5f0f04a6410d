package org.didaccess.launcher.demo;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.didaccess.launcher.LaunchProblem;

/** From an active agreement to a workspace, and to a session that a suspension ends. */
final class WorkspaceScene {
  private static final Duration FILLING = Duration.ofMinutes(5);
  private static final Duration WATCHDOG = Duration.ofSeconds(60);
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private final Cast cast;
  private final Transcript transcript;

  WorkspaceScene(Cast cast, Transcript transcript) {
    this.cast = cast;
    this.transcript = transcript;
  }

  /** Plays it and gives its part of the report. */
  JsonObject play(String agreement) {
    String id = transcript.step("Order the workspace", Actor.PREPARER, () -> order(agreement));
    JsonObject view = transcript.step("Wait until it is filled", Actor.PREPARER, () -> filled(id));
    JsonObject login = transcript.step("Get a login", Actor.RESEARCHER, () -> credentials(id));
    try (Connection session =
        transcript.step("Sign in to the workspace", Actor.RESEARCHER, () -> connect(login))) {
      long rows = transcript.step("Count the rows", Actor.RESEARCHER, () -> count(session, view));
      double seconds = endedAfter(agreement, session);
      transcript.refused("sign in to a suspended workspace", () -> attempt(login));
      return ApiSession.object()
          .add("database", view.getString("database"))
          .add("schema", view.getString("schema"))
          .add("rows", rows)
          .add("session_ended_s", seconds)
          .build();
    } catch (SQLException e) {
      throw new LaunchProblem("The workspace's session could not be closed.", e);
    }
  }

  /** Orders a workspace. */
  String order(String agreement) {
    ApiSession manager = cast.as(Actor.PREPARER);
    return manager
        .post(
            "/workspaces",
            ApiSession.object()
                .add("agreement", agreement)
                .add("requestedBy", cast.id(Actor.RESEARCHER))
                .add("recipientOrganisation", cast.id(Actor.Place.EXAMPLETON))
                .add("confirmation", manager.confirmation())
                .build())
        .object()
        .getString("id");
  }

  /** Waits until it can be used. */
  JsonObject filled(String id) {
    return Patience.until(
        "Filling the workspace",
        FILLING,
        () -> {
          JsonObject view = cast.as(Actor.PREPARER).get("/workspaces/" + id).object();
          String status = view.getString("status");
          if (status.equals("FAILED")) {
            throw new LaunchProblem("The workspace could not be filled: " + view.get("reason"));
          }
          return status.equals("ACTIVE") ? Optional.of(view) : Optional.empty();
        });
  }

  /** A login with a new password for the researcher. */
  JsonObject credentials(String id) {
    return credentials(cast.as(Actor.RESEARCHER), id);
  }

  /** A login with a new password for whoever is signed in. */
  static JsonObject credentials(ApiSession analyst, String id) {
    return analyst.post("/workspaces/" + id + "/credentials", null).object();
  }

  /** The watchdog switches the login on; until then the server refuses it. */
  static Connection connect(JsonObject login) {
    return Patience.until(
        "Switching the login on",
        WATCHDOG,
        () -> {
          try {
            return Optional.of(attempt(login));
          } catch (SQLException notYet) {
            return Optional.empty();
          }
        });
  }

  /** Signs in once. */
  static Connection attempt(JsonObject login) throws SQLException {
    return DriverManager.getConnection(
        login.getString("jdbcUrl"), login.getString("login"), login.getString("password"));
  }

  /** The rows that this session sees. */
  static long count(Connection session, JsonObject view) throws SQLException {
    String table = name(view.getString("schema")) + "." + name(view.getString("table"));
    try (PreparedStatement query = session.prepareStatement("SELECT count(*) FROM " + table);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** A name cannot be bound as a parameter; only plain names are let through. */
  private static String name(String candidate) {
    if (!NAME.matcher(candidate).matches()) {
      throw new LaunchProblem("Not a plain name: " + candidate);
    }
    return candidate;
  }

  /** Waits until the watchdog has ended the session. */
  static void awaitEnd(Connection session) {
    Patience.until(
        "The end of the open session",
        WATCHDOG,
        () -> isOpen(session) ? Optional.empty() : Optional.of(Boolean.TRUE));
  }

  private double endedAfter(String agreement, Connection session) {
    ApiSession officer = cast.as(Actor.OFFICER);
    transcript.step(
        "Suspend the workspace's agreement",
        Actor.OFFICER,
        () ->
            officer.post(
                "/agreements/" + agreement + "/suspension",
                ApiSession.object().add("reason", "A question is open.").build()));
    long begun = System.nanoTime();
    transcript.step("See the open session end", Actor.RESEARCHER, () -> awaitEnd(session));
    return Math.round((System.nanoTime() - begun) / 1e8) / 10.0;
  }

  private static boolean isOpen(Connection session) {
    try (PreparedStatement query = session.prepareStatement("SELECT 1")) {
      query.execute();
      return true;
    } catch (SQLException ended) {
      return false;
    }
  }
}
