package io.github.feedwright.content.shortcode.element;

import io.github.feedwright.text.Escape;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hexo's and Octopress's quotation: {@code author, work address title}. */
public final class Quotation {
  private static final Pattern ADDRESS = Pattern.compile("(?:^|\\s)(https?://\\S++)(.*)$");

  private Quotation() {}

  /** The footer that names the author, or empty. */
  public static String footer(String source) {
    Matcher address = ADDRESS.matcher(source);
    boolean linked = address.find();
    String author = linked ? source.substring(0, address.start()) : source;
    String words = Escape.html(author.strip());
    String link = linked ? link(address.group(1), address.group(2).strip()) : "";
    String blank = words.isEmpty() || link.isEmpty() ? "" : " ";
    return source.isBlank() ? "" : "<footer>— " + words + blank + link + "</footer>";
  }

  private static String link(String address, String title) {
    String label = Escape.html(title.isEmpty() ? address : title);
    return "<a href=\"" + Escape.html(address) + "\">" + label + "</a>";
  }
}
