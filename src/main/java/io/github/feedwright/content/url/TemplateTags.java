package io.github.feedwright.content.url;

import io.github.feedwright.text.PercentEncoding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Template tags in addresses, which another generator would have expanded. */
public final class TemplateTags {
  private static final Pattern OPEN = Pattern.compile("<%|\\{%|\\{\\{");

  /** Quotes in a tag end the attribute before the tag ends. */
  private static final Pattern CLOSE = Pattern.compile("%>|%\\}|\\}\\}|\\z");

  /** Longer ones are not tags. */
  private static final int LONGEST = 1000;

  /** The maximum number of tags; more would not help the author. */
  private static final int MOST = 50;

  private TemplateTags() {}

  static boolean isIn(String address) {
    return !in(address).isEmpty();
  }

  /** The tags in an address, as they were written. */
  public static List<String> in(String address) {
    String text = PercentEncoding.decode(address);
    // Markdown takes the angle brackets of (<%= x %>) for the brackets around an address.
    if (!text.contains("%") && !text.contains("{{")) {
      return List.of();
    }
    String whole =
        text.length() > 2 && text.startsWith("%") && text.endsWith("%") ? "<" + text + ">" : text;
    return tags(whole);
  }

  private static List<String> tags(String text) {
    Set<String> tags = new LinkedHashSet<>();
    Matcher open = OPEN.matcher(text);
    Matcher close = CLOSE.matcher(text);
    int end = -1;
    for (int at = 0; tags.size() < MOST && open.find(at); ) {
      // One search for all starts before its result: many starts and a distant end would be
      // quadratic.
      end = end >= open.end() || !close.find(open.end()) ? end : close.start();
      boolean isTag = end - open.end() <= LONGEST;
      if (isTag) {
        tags.add(text.substring(open.start(), close.end()));
      }
      at = isTag ? close.end() : open.start() + 1;
    }
    return List.copyOf(tags);
  }
}
