package io.github.feedwright.push.state;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database at {@code push.database}. */
final class Postgres {
  /** Less than the pool waits: it then says why there is no connection. */
  private static final int CONNECT_SECONDS = 3;

  private static final int ANSWER_SECONDS = 10;

  private Postgres() {}

  static DataSource source(String address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address);
    source.setApplicationName("feedwright");
    // Otherwise a server that disappeared would be waited for as long as TCP allows.
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(ANSWER_SECONDS);
    source.setTcpKeepAlive(true);
    return source;
  }
}
