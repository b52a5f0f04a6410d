package org.didaccess.db;

import java.nio.file.Path;

/**
 * What a cluster is started with.
 *
 * @param name of the cluster, for messages and the secrets' folder
 * @param home folder that holds this cluster's data, logs and server state
 * @param binaries PostgreSQL's programs
 * @param durable whether a commit must survive a power cut; only throw-away clusters say no
 * @param maxConnections sessions at the same time
 */
public record ClusterSettings(
    String name, Path home, PostgresBinaries binaries, boolean durable, int maxConnections) {
  /** The bootstrap superuser, used for migrations alone. */
  public static final String SUPERUSER = "did_bootstrap";

  /** Settings of a cluster whose data must survive. */
  public static ClusterSettings durable(String name, Path home, PostgresBinaries binaries) {
    return new ClusterSettings(name, home, binaries, true, 200);
  }

  /** Settings of a cluster for tests and measurements that is deleted at the end. */
  public static ClusterSettings throwAway(String name, Path home, PostgresBinaries binaries) {
    return new ClusterSettings(name, home, binaries, false, 100);
  }

  Path data() {
    return home.resolve("data");
  }

  Path logs() {
    return home.resolve("log");
  }

  /** The server's own configuration, written anew at each start. */
  String configuration(int port) {
    String common =
        """
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        max_connections = %d
        password_encryption = 'scram-sha-256'
        scram_iterations = 4096
        timezone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'
        shared_buffers = '128MB'
        max_wal_size = '2GB'
        idle_in_transaction_session_timeout = '15min'
        # No value of a statement may reach a log: they hold identifiers.
        log_statement = 'none'
        log_min_error_statement = 'panic'
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0
        log_error_verbosity = 'terse'
        log_min_duration_statement = -1
        log_temp_files = -1
        log_autovacuum_min_duration = -1
        log_lock_waits = off
        logging_collector = on
        log_directory = '%s'
        log_filename = 'postgresql-%%Y%%m%%d-%%H%%M%%S.log'
        log_file_mode = 0600
        log_rotation_age = '1d'
        log_rotation_size = '10MB'
        log_line_prefix = '%%m [%%p] %%u '
        """
            .formatted(port, maxConnections, logs().toAbsolutePath());
    return common + (durable ? DURABLE : THROW_AWAY);
  }

  private static final String DURABLE =
      """
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      """;

  private static final String THROW_AWAY =
      """
      fsync = off
      synchronous_commit = off
      full_page_writes = off
      wal_level = minimal
      max_wal_senders = 0
      autovacuum_naptime = '10min'
      """;
}
