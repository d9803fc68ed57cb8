package io.github.feedwright.hostile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Looks for what breaks {@link Invariants#yaml}. */
final class YamlFuzz {
  @FuzzTest
  void reads(byte[] bytes) {
    Invariants.yaml(new String(bytes, StandardCharsets.UTF_8));
  }
}
