package io.github.feedwright.http;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Looks for what breaks {@link HeaderFieldInvariants}. */
final class HeaderFieldsFuzz {
  @FuzzTest
  void understands(byte[] bytes) {
    HeaderFieldInvariants.hold(new String(bytes, StandardCharsets.ISO_8859_1));
  }
}
