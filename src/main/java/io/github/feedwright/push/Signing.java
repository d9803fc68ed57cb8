package io.github.feedwright.push;

import io.github.feedwright.settings.push.PushSettings.Signature;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The value of {@code X-Hub-Signature} (WebSub, section 7.1). */
final class Signing {
  private Signing() {}

  /** Signs a body with a secret, which is not empty. */
  static String of(Signature signature, String secret, ByteBuffer body) {
    String name = signature.name().toLowerCase(Locale.ROOT);
    String algorithm = "Hmac" + signature.name();
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      mac.update(body.duplicate());
      return name + "=" + HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
