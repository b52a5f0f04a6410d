package org.didaccess.launcher.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.didaccess.launcher.LaunchProblem;
import org.didaccess.release.bag.Verification;

/** From an active agreement to a package that its recipient has checked. */
final class ReleaseScene {
  private static final Duration PREPARATION = Duration.ofMinutes(5);

  private final Cast cast;
  private final Transcript transcript;
  private final PackageRecipient recipient;
  private final Path folder;

  ReleaseScene(Cast cast, Transcript transcript, PackageRecipient recipient, Path folder) {
    this.cast = cast;
    this.transcript = transcript;
    this.recipient = recipient;
    this.folder = folder;
  }

  /** Orders an extract; also used for attempts that have to be refused. */
  String order(String agreement) {
    ApiSession preparer = cast.as(Actor.PREPARER);
    return preparer
        .post(
            "/releases",
            ApiSession.object()
                .add("agreement", agreement)
                .add("requestedBy", cast.id(Actor.RESEARCHER))
                .add("recipientOrganisation", cast.id(Actor.Place.EXAMPLETON))
                .add("recipientKey", recipient.publicKey())
                .add("confirmation", preparer.confirmation())
                .build())
        .object()
        .getString("id");
  }

  /** Prepares, checks, publishes and downloads. */
  Delivered deliver(String agreement) {
    String release = transcript.step("Order the extract", Actor.PREPARER, () -> order(agreement));
    JsonObject prepared =
        transcript.step("Wait for the prepared package", Actor.PREPARER, () -> prepared(release));
    transcript.refused("publish what one prepared oneself", () -> publish(release, Actor.PREPARER));
    transcript.step("Check the package", Actor.PUBLISHER, () -> check(release));
    transcript.step(
        "Publish the package", Actor.PUBLISHER, () -> publish(release, Actor.PUBLISHER));
    Path file = transcript.step("Download the package", Actor.RESEARCHER, () -> download(release));
    Verification verification =
        transcript.step(
            "Verify the package offline", Actor.RESEARCHER, () -> recipient.verify(file));
    tamper(file);
    return new Delivered(
        file,
        verification.rows(),
        prepared.getJsonObject("objections").getJsonNumber("withheldRows").longValueExact(),
        verification.outcome() == Verification.Outcome.VERIFIED);
  }

  /** Orders an extract and waits for its package. */
  String prepare(String agreement) {
    String release = order(agreement);
    prepared(release);
    return release;
  }

  private JsonObject prepared(String release) {
    return Patience.until(
        "The preparation of the extract",
        PREPARATION,
        () -> {
          JsonObject view = cast.as(Actor.PREPARER).get("/releases/" + release).object();
          String status = view.getString("status");
          if (status.equals("FAILED")) {
            throw new LaunchProblem("The extract failed: " + view.get("reason"));
          }
          return status.equals("PREPARED") ? Optional.of(view) : Optional.empty();
        });
  }

  /** The second person looked at it. */
  ApiAnswer check(String release) {
    ApiSession publisher = cast.as(Actor.PUBLISHER);
    return publisher.post(
        "/releases/" + release + "/check",
        publisher.get("/releases/" + release).tag(),
        ApiSession.object()
            .add("note", "Rows by month and the smallest group were looked at.")
            .build());
  }

  /** Publishes; refused where the guard or the policy refuses it. */
  ApiAnswer publish(String release, Actor manager) {
    return publish(cast.as(manager), release);
  }

  /** Publishes whoever could be singled out, as the findings tell it. */
  static ApiAnswer publish(ApiSession session, String release) {
    ApiAnswer seen = session.get("/releases/" + release);
    JsonObject findings = seen.object().getJsonObject("findings");
    return session.post(
        "/releases/" + release + "/publication",
        seen.tag(),
        Json.createObjectBuilder(session.confirmation())
            .add("singledOut", findings.getJsonNumber("singledOut"))
            .build());
  }

  /** The recipient fetches the package and the signer's key. */
  Path download(String release) throws IOException {
    ApiSession session = cast.as(Actor.RESEARCHER);
    JsonObject link = session.post("/releases/" + release + "/links", null).object();
    Files.createDirectories(folder);
    recipient.keepKey(folder);
    Files.writeString(folder.resolve("signer.pem"), recipient.signerKey());
    return session.download(
        "/downloads/" + link.getString("token"), folder.resolve("package.tar.age"));
  }

  private void tamper(Path file) {
    transcript.refused(
        "a tampered package",
        () -> {
          Path copy = folder.resolve("tampered.tar.age");
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
          try (RandomAccessFile bytes = new RandomAccessFile(copy.toFile(), "rw")) {
            long middle = bytes.length() / 2;
            bytes.seek(middle);
            int old = bytes.read();
            bytes.seek(middle);
            bytes.write(old ^ 1);
          }
          return recipient.verify(copy);
        });
  }

  /**
   * What the recipient has in the end.
   *
   * @param file the encrypted package
   * @param rows its rows
   * @param withheld rows that were left out because their people object
   * @param verified whether it was found intact and signed by the product
   */
  record Delivered(Path file, long rows, long withheld, boolean verified) {}
}
