package org.didaccess.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Command line and environment of the application server's process. */
final class ServerCommand {
  static final String BASE_FOLDER = "-Djboss.server.base.dir=";

  private static final List<String> MAIN_LOGINS =
      List.of("did_app", "did_auth", "did_release", "did_loader", "did_auditor");
  private static final String SDE_LOGIN = "sde_provisioner";

  /** What the server's own start script opens for its libraries. */
  private static final List<String> MODULE_OPTIONS =
      List.of(
          "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
          "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--add-opens=java.base/java.net=ALL-UNNAMED",
          "--add-opens=java.base/java.security=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.management/javax.management=ALL-UNNAMED",
          "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

  private ServerCommand() {}

  static List<String> of(Settings settings, ServerFolder folder, int managementPort) {
    Path baseFolder = folder.path();
    Path server = ServerFolder.provisioned(settings.checkout());
    if (!Files.exists(server.resolve("jboss-modules.jar"))) {
      throw new LaunchProblem("The server was not built: " + server + " is missing. Run ./did up");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xms128m");
    command.addAll(JavaMemory.upTo(settings.value("DID_SERVER_HEAP").orElse("1g")));
    command.addAll(List.of("-XX:MaxMetaspaceSize=512m", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8"));
    command.add("-Djava.io.tmpdir=" + folder.temporary());
    command.addAll(MODULE_OPTIONS);
    command.add("-Djboss.home.dir=" + server);
    command.add(BASE_FOLDER + baseFolder);
    command.add("-Djboss.http.port=" + settings.port());
    command.add("-Djboss.bind.address=" + settings.bindAddress());
    command.add("-Djboss.bind.address.management=127.0.0.1");
    command.add("-Djboss.management.http.port=" + managementPort);
    command.add("-Ddid.home=" + settings.home().folder());
    command.add("-Ddid.node=" + settings.value("DID_NODE").orElse("did-1"));
    command.add("-Dlogging.configuration=file:" + baseFolder + "/configuration/logging.properties");
    command.add("-Dorg.jboss.boot.log.file=" + baseFolder + "/log/server.log");
    command.addAll(List.of("-jar", server.resolve("jboss-modules.jar").toString()));
    command.addAll(List.of("-mp", server.resolve("modules").toString()));
    command.add("org.jboss.as.standalone");
    return command;
  }

  /**
   * Secrets go by the environment, which other users of the machine cannot read as they could a
   * command line. An administrator's login stays behind: the server must not have it.
   */
  static void environment(
      Map<String, String> environment, Settings settings, RunningDatabases databases) {
    settings.environment().forEach(environment::put);
    environment.keySet().removeIf(name -> name.contains("_ADMIN_"));
    environment.putIfAbsent("DID_PUBLIC_URL", settings.baseUrl());
    environment.put("DID_HOME", settings.home().folder().toString());
    environment.put("DID_PORT", Integer.toString(settings.port()));
    environment.put("DID_DEMO", Boolean.toString(settings.demonstration()));
    environment.put("DID_MAIN_JDBC_URL", databases.main().url());
    environment.put("DID_SDE_JDBC_URL", databases.sde().url());
    for (String login : MAIN_LOGINS) {
      environment.put(secretName(login), databases.main().secretOf(login));
    }
    environment.put(secretName(SDE_LOGIN), databases.sde().secretOf(SDE_LOGIN));
  }

  private static String secretName(String login) {
    return "DID_SECRET_" + login.toUpperCase(Locale.ROOT);
  }
}
