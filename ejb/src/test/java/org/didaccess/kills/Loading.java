package org.didaccess.kills;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.ForkJoinPool;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.infrastructure.SubmissionEngine;
import org.postgresql.ds.PGSimpleDataSource;

/** The process that loads one file. */
final class Loading {

  private Loading() {}

  /** Reads address, secret, file and day of receipt from standard input. */
  public static void main(String[] arguments) throws IOException {
    BufferedReader settings =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PGSimpleDataSource loader = new PGSimpleDataSource();
    loader.setUrl(settings.readLine());
    loader.setUser("did_loader");
    loader.setPassword(settings.readLine());
    Path file = Path.of(settings.readLine());
    LocalDate received = LocalDate.parse(settings.readLine());
    SubmissionEngine engine =
        new SubmissionEngine(ReferenceFiles.sample(), ForkJoinPool.commonPool());
    System.out.println(Labourer.BEGUN);
    try (InputStream in = Files.newInputStream(file)) {
      engine.load(
          in, SubmissionMetadata.of("Z1A", received), OutputStream.nullOutputStream(), loader);
    }
    System.out.println(Labourer.DONE);
  }
}
