package io.github.feedwright.format;

import java.util.List;
import java.util.stream.Collectors;

/** All formats. To add one, write a class and add a line here. */
public final class FeedFormats {
  /**
   * The generator in every document; without a version, because an upgrade would change every
   * document.
   */
  static final String GENERATOR = "Feedwright";

  private FeedFormats() {}

  /** Every format. */
  public static List<FeedFormat> all() {
    return List.of(new RssFormat(), new AtomFormat(), new JsonFeedFormat());
  }

  /** The name of every format. */
  public static List<String> names() {
    return all().stream().map(FeedFormat::name).toList();
  }

  /**
   * Formats by name, in the order of the names.
   *
   * @throws IllegalArgumentException if a name is unknown
   */
  public static List<FeedFormat> of(List<String> names) {
    List<FeedFormat> all = all();
    return names.stream().map(name -> named(name, all)).toList();
  }

  private static FeedFormat named(String name, List<FeedFormat> all) {
    return all.stream()
        .filter(format -> format.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(name, all)));
  }

  private static String unknown(String name, List<FeedFormat> all) {
    String known = all.stream().map(FeedFormat::name).collect(Collectors.joining(", "));
    return "no feed format \"" + name + "\"; known formats are " + known;
  }
}
