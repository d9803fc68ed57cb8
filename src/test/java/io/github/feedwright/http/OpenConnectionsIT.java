package io.github.feedwright.http;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readers keep their connections, and a proxy many: thousands of them must fit into the heap. */
@Timeout(60)
final class OpenConnectionsIT {
  private static final int CONNECTIONS = 300;

  /** Of both ends, which are in this process; a client has a buffer of 8 KB. */
  private static final long BYTES_EACH = 40 * 1024;

  private final List<RawClient> clients = new ArrayList<>();

  @Test
  void aConnectionThatWaitsForAnotherRequestTakesLittleMemory() throws IOException {
    try (FeedServer server = new Site().put("/atom.xml", Bytes.feed("a feed", null)).serve()) {
      open(server, 20);
      long before = usedBytes();
      open(server, CONNECTIONS);

      await().until(() -> usedBytes() - before < CONNECTIONS * BYTES_EACH);
      for (RawClient client : clients) {
        client.close();
      }
    }
  }

  /** Two requests on each, as what is kept of one is of use only to the next. */
  private void open(FeedServer server, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      RawClient client = RawClient.to(server, 1024);
      clients.add(client);
      for (int request = 0; request < 2; request++) {
        client.send("GET /atom.xml HTTP/1.1", "Host: x", "User-Agent: reader", "Accept: */*");
        client.read(false);
      }
    }
  }

  private static long usedBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
