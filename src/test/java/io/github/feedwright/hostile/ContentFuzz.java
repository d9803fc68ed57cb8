package io.github.feedwright.hostile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Looks for what breaks {@link Invariants#content(String)}. */
final class ContentFuzz {
  @FuzzTest
  void renders(byte[] bytes) {
    Invariants.content(new String(bytes, StandardCharsets.UTF_8));
  }
}
