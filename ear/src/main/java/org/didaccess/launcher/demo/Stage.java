package org.didaccess.launcher.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.didaccess.db.ProductDatabase;
import org.didaccess.db.RoleSecrets;
import org.didaccess.launcher.FirstAdministrator;
import org.didaccess.launcher.LaunchProblem;
import org.didaccess.launcher.MainDatabase;
import org.didaccess.launcher.Product;
import org.didaccess.launcher.Settings;
import org.didaccess.launcher.StopGuard;
import org.didaccess.source.synthetic.SynthesisPlan;

/**
 * Where the demonstration plays: the product that runs on the data folder, or one that was started
 * for it.
 *
 * @param settings where everything is
 * @param database the main database, for direct SQL
 * @param started stops the product that was started for this; empty where it ran already
 * @param cast the people
 */
public record Stage(
    Settings settings, ProductDatabase database, Optional<StopGuard> started, Cast cast)
    implements AutoCloseable {

  /** The product that is open already. */
  public static Stage of(Settings settings, ProductDatabase database) {
    return on(settings, database, Optional.empty());
  }

  private static Stage on(
      Settings settings, ProductDatabase database, Optional<StopGuard> started) {
    return new Stage(settings, database, started, new Cast(settings.baseUrl(), secret(settings)));
  }

  /** Joins the running product, or starts one. */
  public static Stage open(Settings settings, PrintStream out) {
    if (serves(settings)) {
      return of(
          settings,
          MainDatabase.join(settings)
              .orElseThrow(
                  () ->
                      new LaunchProblem(
                          "Something serves "
                              + settings.baseUrl()
                              + ", but not from the data folder "
                              + settings.home().folder()
                              + ". Set DID_PORT and DID_HOME to those of one product.")));
    }
    Product product = new Product(settings, out);
    StopGuard guard = StopGuard.of(product::close);
    try {
      product.start();
      return on(settings, product.databases().main(), Optional.of(guard));
    } catch (RuntimeException failure) {
      guard.close();
      throw failure;
    }
  }

  /** The password that all demonstration accounts of this data folder share. */
  public static String secret(Settings settings) {
    return new RoleSecrets(settings.home().secrets().resolve("demonstration")).of("password");
  }

  /** Whether demonstration accounts were ever made on this data folder. */
  public static boolean wasSet(Settings settings) {
    return new RoleSecrets(settings.home().secrets().resolve("demonstration"))
        .find("password")
        .isPresent();
  }

  /** Makes whatever accounts are not there yet. */
  void assemble() {
    cast.assemble(() -> FirstAdministrator.token(database, Actor.ADMINISTRATOR.login()));
  }

  /** Where packages and keys of the demonstration lie. */
  Path folder() {
    return settings.home().folder().resolve("demonstration");
  }

  /** The newest month that has data: its file came on a day that is not ahead. */
  YearMonth lastMonth() {
    return SynthesisPlan.newestReceivedBy(LocalDate.now(Journey.LONDON));
  }

  private static boolean serves(Settings settings) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(settings.baseUrl() + "/api/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException nobody) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchProblem("Interrupted while looking for the product.", e);
    }
  }

  /** Stops what was started for the demonstration. */
  @Override
  public void close() {
    started.ifPresent(StopGuard::close);
  }
}
