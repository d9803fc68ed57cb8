package io.github.feedwright.hostile;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Looks for what breaks {@link Invariants#post(byte[])}. */
final class PostFuzz {
  @FuzzTest
  void reads(byte[] bytes) {
    Invariants.post(bytes);
  }
}
