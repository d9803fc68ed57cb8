package io.github.feedwright.push.topic;

import io.github.feedwright.text.Nfc;
import io.github.feedwright.text.PercentEncoding;
import java.net.URI;
import java.net.URISyntaxException;

/** The path that an address of a feed names. */
public final class TopicPath {
  private TopicPath() {}

  /** The path of an address, decoded; empty where it is no address. */
  public static String of(String address) {
    return decoded(written(address));
  }

  /** The path of an address as it is written; empty where it is no address. */
  public static String written(String address) {
    try {
      String path = new URI(address).getRawPath();
      return path == null ? "" : path;
    } catch (URISyntaxException notAnAddress) {
      return "";
    }
  }

  static String decoded(String path) {
    return Nfc.of(PercentEncoding.decode(path));
  }
}
