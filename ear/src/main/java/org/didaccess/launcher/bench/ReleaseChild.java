package org.didaccess.launcher.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.didaccess.launcher.QuietLibraries;
import org.didaccess.pseudonym.ReleaseKeys;
import org.didaccess.pseudonym.SigningKey;
import org.didaccess.pseudonym.TokenKey;
import org.didaccess.pseudonym.WatermarkKey;
import org.didaccess.release.ExtractFormat;
import org.didaccess.release.bag.DataSinks;
import org.didaccess.release.bag.DescribedColumn;
import org.didaccess.release.bag.PackageDescription;
import org.didaccess.release.bag.PackageFile;
import org.didaccess.release.bag.PackageWriter;
import org.didaccess.release.engine.EngineSettings;
import org.didaccess.release.engine.MemoryPartitionLog;
import org.didaccess.release.engine.ReleaseEngine;
import org.didaccess.release.engine.ReleasePlan;
import org.didaccess.release.engine.RunControl;
import org.didaccess.release.engine.WrittenPartition;
import org.didaccess.release.infrastructure.GuardedObjections;
import org.didaccess.release.infrastructure.JdbcReleaseLedger;
import org.didaccess.release.infrastructure.JdbcRunPlans;

/** Releases run after run with the product's own engine, and answers with figures. */
public final class ReleaseChild {

  private final HikariDataSource release;
  private final HikariDataSource main;
  private final Path folder;
  private final String recipient;
  private final int workers;
  private final ExtractFormat format;
  private final SigningKey signer = newSigner();
  private final HeapWatch heap = HeapWatch.begin();
  private final ReleaseKeys keys = newKeys();

  private ReleaseChild(BufferedReader requests) throws IOException {
    String url = requests.readLine();
    release = pool(url, "did_release", requests.readLine());
    main = pool(url, "did_app", requests.readLine());
    folder = Path.of(requests.readLine());
    recipient = requests.readLine();
    workers = Integer.parseInt(requests.readLine());
    format = ExtractFormat.valueOf(requests.readLine());
  }

  /** Reads its settings and then one run a line from standard input. */
  public static void main(String[] arguments) throws IOException {
    QuietLibraries.begin();
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    ReleaseChild child = new ReleaseChild(requests);
    ExecutorService executor = Executors.newFixedThreadPool(child.workers);
    try {
      for (String line = requests.readLine(); line != null; line = requests.readLine()) {
        String[] run = line.split(" ", 2);
        System.out.println(child.release(UUID.fromString(run[0]), run[1], executor));
      }
    } finally {
      executor.shutdown();
      child.release.close();
      child.main.close();
    }
  }

  private String release(UUID run, String token, ExecutorService executor) throws IOException {
    Path stage = Files.createDirectories(folder.resolve(run.toString()));
    long start = System.nanoTime();
    ReleasePlan plan = new JdbcRunPlans(release, main).plan(run, token);
    EngineSettings settings =
        new EngineSettings(workers, EngineSettings.DEFAULT_SORT_BYTES, folder.resolve("spill"));
    List<WrittenPartition> months =
        new ReleaseEngine(release, settings, executor)
            .run(
                plan,
                keys,
                new MemoryPartitionLog(),
                DataSinks.of(format, stage, plan.columns()),
                new RunControl());
    PackageFile written = pack(run, plan, stage, months);
    long took = System.nanoTime() - start;
    long rows = months.stream().mapToLong(WrittenPartition::rows).sum();
    return String.join(
        " ",
        Long.toString(took),
        Long.toString(rows),
        Long.toString(heap.peakMib()),
        Base64.getEncoder().encodeToString(signer.publicKey().getEncoded()),
        written.path().toString());
  }

  private PackageFile pack(UUID run, ReleasePlan plan, Path stage, List<WrittenPartition> months)
      throws IOException {
    PackageDescription description =
        new PackageDescription(
            "BENCH-" + run,
            "Diagnostic Imaging Data Set, invented rows",
            "REHEARSED",
            "bench",
            format,
            plan.columns().stream()
                .map(column -> new DescribedColumn(column, column.name(), "Invented."))
                .toList(),
            months);
    return new PackageWriter(signer)
        .write(
            description,
            new JdbcReleaseLedger(main)
                .proof(
                    run,
                    new GuardedObjections(release).run(plan),
                    "measured without an audit checkpoint"),
            stage,
            recipient,
            LocalDate.now(ZoneOffset.UTC),
            folder.resolve(run + ".tar.age"));
  }

  /** Connections are kept between runs, as the application server keeps them. */
  private static HikariDataSource pool(String url, String login, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(login);
    config.setPassword(password);
    config.setMinimumIdle(1);
    config.addDataSourceProperty("ApplicationName", "did-bench");
    return new HikariDataSource(config);
  }

  private static ReleaseKeys newKeys() {
    SecureRandom random = new SecureRandom();
    return ReleaseKeys.marked(TokenKey.random(random), new WatermarkKey(TokenKey.random(random)));
  }

  private static SigningKey newSigner() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(SigningKey.ALGORITHM).generateKeyPair();
      return new SigningKey(pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("This Java has no Ed25519.", missing);
    }
  }
}
