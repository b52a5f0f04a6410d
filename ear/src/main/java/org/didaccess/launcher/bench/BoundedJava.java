package org.didaccess.launcher.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.didaccess.launcher.JavaMemory;

/** A process of the same Java with a bounded heap; what it complains of is shown. */
final class BoundedJava {

  /** The heap that a release or a load must do with, in MiB. */
  static final int HEAP_MIB = 384;

  private BoundedJava() {}

  static Process start(Class<?> main) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JavaMemory.upTo(HEAP_MIB + "m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
  }
}
