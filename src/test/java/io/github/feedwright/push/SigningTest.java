package io.github.feedwright.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.settings.push.PushSettings.Signature;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SigningTest {
  @ParameterizedTest
  @CsvSource({
    "SHA1, sha1=d4c0eabcc3ba761f70c6873ff70d67d35fbc37fa",
    "SHA256, sha256=24e314cf0d0754ab63ab09c08e437a85259e52b1c6fe7cb3df813f7ebd6e298f"
  })
  void aBodyIsSignedAsSubscribersCheckIt(Signature signature, String expected) {
    ByteBuffer body = ByteBuffer.wrap("{\"ü\":1}".getBytes(StandardCharsets.UTF_8));

    assertThat(Signing.of(signature, "s3cret", body)).isEqualTo(expected);
    assertThat(body.position()).isZero();
  }
}
