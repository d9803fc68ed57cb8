package io.github.feedwright.push;

import io.github.feedwright.push.state.Database;
import io.github.feedwright.push.state.Deliveries;
import io.github.feedwright.push.state.Hubs;
import io.github.feedwright.push.state.Servers;
import io.github.feedwright.push.state.SingleServer;
import io.github.feedwright.push.state.Subscriptions;
import io.github.feedwright.push.state.Topics;
import io.github.feedwright.settings.push.PushSettings;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The state that push remembers, opened by a server.
 *
 * @param lock of a file, which one server uses; null for a shared database
 */
record PushState(
    Database database,
    @Nullable SingleServer lock,
    Subscriptions subscriptions,
    Deliveries deliveries,
    Topics topics,
    Servers servers,
    Hubs hubs)
    implements AutoCloseable {
  /**
   * Opens the state of a configuration.
   *
   * @throws io.github.feedwright.push.state.StateFailure if it cannot be used
   */
  static PushState open(PushSettings settings) {
    Database database = Database.open(settings);
    String server = UUID.randomUUID().toString();
    try {
      SingleServer lock = settings.database() == null ? SingleServer.take(settings.state()) : null;
      PushState state =
          new PushState(
              database,
              lock,
              new Subscriptions(database),
              new Deliveries(database, server),
              new Topics(database),
              new Servers(database, server),
              new Hubs(database));
      state.deliveries().giveUpClaims();
      return state;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Closes it for good: nobody is subscribed any more. Other servers may use a shared one. */
  void end() {
    database.close();
    if (lock != null) {
      try (lock) {
        lock.deleteFiles();
      }
    }
  }

  @Override
  public void close() {
    database.close();
    if (lock != null) {
      lock.close();
    }
  }
}
