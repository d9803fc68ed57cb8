package io.github.feedwright.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheStoreTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  /** Of some 3,000 bytes, so a full store has room for ten times as many. */
  private static final int ROWS = 10;

  @TempDir Path folder;

  private CacheStore store() {
    return CacheStore.in(folder, "this", CLOCK, 400_000);
  }

  private static Map<String, byte[]> rows(String name) {
    Map<String, byte[]> rows = new HashMap<>();
    for (int i = 0; i < ROWS; i++) {
      byte[] row = new byte[3000];
      new Random(i).nextBytes(row);
      rows.put(name + i, row);
    }
    return rows;
  }

  @Test
  void aFullStoreDropsAQuarterOfWhatIsKeptTogether() {
    try (CacheStore store = store()) {
      for (String name :
          List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o")) {
        store.keepAll("x", rows(name), List.of());
      }
    }
    List<String> kept = new ArrayList<>();
    try (CacheStore store = store()) {
      store.findAll("x", (key, content) -> kept.add(key));
    }
    assertThat(kept).hasSizeGreaterThan(4 * ROWS);
    assertThat(kept.stream().filter(key -> key.startsWith("o"))).hasSize(ROWS);
  }
}
