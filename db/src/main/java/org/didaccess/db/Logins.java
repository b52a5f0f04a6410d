package org.didaccess.db;

import org.postgresql.ds.PGSimpleDataSource;

/** Unpooled data sources for the launcher, the migrations and the tests. */
final class Logins {
  private Logins() {}

  static PGSimpleDataSource source(String url, String role, String password, String name) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(role);
    source.setPassword(password);
    source.setApplicationName(name);
    source.setConnectTimeout(10);
    source.setTcpKeepAlive(true);
    return source;
  }

  /** For changes of the schema: they give up rather than queue behind a reader's lock. */
  static PGSimpleDataSource migration(String url, String role, String password) {
    PGSimpleDataSource source = source(url, role, password, "did-migration");
    source.setOptions("-c lock_timeout=30s");
    return source;
  }
}
