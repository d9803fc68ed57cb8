package io.github.feedwright.push.state;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database at {@code push.database}. */
final class Postgres {
  private static final int SECONDS = 10;

  private Postgres() {}

  static DataSource source(String address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address);
    source.setApplicationName("feedwright");
    // Otherwise a server that disappeared would be waited for as long as TCP allows.
    source.setConnectTimeout(SECONDS);
    source.setSocketTimeout(SECONDS);
    source.setTcpKeepAlive(true);
    return source;
  }
}
