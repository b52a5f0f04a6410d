package org.didaccess.launcher.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import org.didaccess.source.LoadReceipt;
import org.didaccess.source.SubmissionMetadata;
import org.didaccess.source.infrastructure.ReferenceFiles;
import org.didaccess.source.infrastructure.SubmissionEngine;
import org.didaccess.source.synthetic.FileName;
import org.postgresql.ds.PGSimpleDataSource;

/** Loads one file into database after database, and answers with figures. */
public final class LoadChild {

  private LoadChild() {}

  /** Reads the file's place, and then one database a line with its secret, from standard input. */
  public static void main(String[] arguments) throws IOException {
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    HeapWatch heap = HeapWatch.begin();
    Path file = Path.of(requests.readLine());
    SubmissionMetadata metadata =
        FileName.metadata(String.valueOf(file.getFileName())).orElseThrow();
    SubmissionEngine engine =
        new SubmissionEngine(ReferenceFiles.sample(), ForkJoinPool.commonPool());
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      String[] database = line.split(" ", 2);
      PGSimpleDataSource loader = new PGSimpleDataSource();
      loader.setUrl(database[0]);
      loader.setUser("did_loader");
      loader.setPassword(database[1]);
      long start = System.nanoTime();
      try (InputStream in = Files.newInputStream(file)) {
        LoadReceipt receipt = engine.load(in, metadata, OutputStream.nullOutputStream(), loader);
        long took = System.nanoTime() - start;
        System.out.println(
            took + " " + receipt.stored().orElseThrow().rows() + " " + heap.peakMib());
      }
    }
  }
}
