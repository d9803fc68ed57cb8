package io.github.feedwright.setup;

import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.settings.scope.Languages.Language;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The texts of the first files of a site. */
final class FirstFiles {
  static final String AUTHORS =
      """
      # Who writes: a post names its author by the key, as in author: ada
      ada:
        name: Ada Example
        email: ada@example.org
        url: https://ada.example.org/
      """;

  private static final String CONFIG =
      """
      # The configuration of Feedwright. Every key has a default; what begins with # shows it.
      site:
        title: %s
        url: %s    # where your posts live; every link is made from it
        id: %s    # the start of every id: choose once, then never change it
        description: %s
        language: %s
      %s
      posts:
        directory: %s
        timezone: %s    # of dates without a zone
      %s%s
      %s
      # feeds:
      #   url: https://feeds.example.org/    # the address of this server, if it is not site.url
      #   formats: [rss, atom, json]
      #   items: 20                          # in each feed, newest first
      # http: {host: 127.0.0.1, port: 8080}
      # redirects: {/old.xml: /atom.xml}
      """;

  private FirstFiles() {}

  /**
   * The configuration.
   *
   * @param posts the posts directory
   * @param authors the authors file, or null if there is none
   */
  static String config(FormerSite former, String posts, @Nullable String authors, LocalDate today) {
    String url = former.values().getOrDefault("site.url", FormerSite.HERE);
    String host = String.valueOf(URI.create(url).getHost()).toLowerCase(Locale.ROOT);
    return CONFIG.formatted(
        quoted(former.values().getOrDefault("site.title", "A new site")),
        quoted(url),
        quoted("tag:" + host + "," + today.getYear()),
        quoted(former.values().getOrDefault("site.description", "")),
        quoted(former.values().getOrDefault("site.language", "en")),
        author(former),
        quoted(posts),
        quoted(former.values().getOrDefault("posts.timezone", "UTC")),
        permalink(former.permalinks()),
        authors == null ? "" : "  authors: " + quoted(authors) + "\n",
        languages(former.languages()));
  }

  private static String author(FormerSite former) {
    StringBuilder author = new StringBuilder();
    for (String key : List.of("name", "email", "url")) {
      String value = former.values().get("site.author." + key);
      if (value != null) {
        author.append("    ").append(key).append(": ").append(quoted(value)).append('\n');
      }
    }
    return author.isEmpty()
        ? "  # author: {name: Ada Example, email: ada@example.org}\n"
        : "  author:\n" + author;
  }

  private static String languages(List<Language> languages) {
    return languages.isEmpty()
        ? "# languages: [en, fr]    # those that have a feed of their own"
        : languages.stream()
            .map(FirstFiles::language)
            .collect(Collectors.joining("\n", "languages:    # each has a feed of its own\n", ""));
  }

  private static String language(Language language) {
    String title = language.title();
    return "  "
        + quoted(language.tag())
        + ": "
        + (title == null ? "{}" : "{title: " + quoted(title) + "}");
  }

  private static String permalink(PermalinkPatterns patterns) {
    if (patterns.rules().isEmpty()) {
      return "  # permalink: /:year/:month/:day/:slug/\n";
    }
    StringBuilder text = new StringBuilder("  permalink:");
    if (patterns.rules().size() == 1 && patterns.rules().get(0).section().equals("*")) {
      return text.append(' ').append(quoted(patterns.rules().get(0).pattern())) + "\n";
    }
    text.append('\n');
    for (PermalinkPatterns.Rule rule : patterns.rules()) {
      text.append("    ")
          .append(quoted(rule.section()))
          .append(": ")
          .append(quoted(rule.pattern()));
      text.append('\n');
    }
    return text.toString();
  }

  static String hello() {
    return """
        ---
        title: Hello
        author: ada
        tags: [first steps]
        ---
        This is the first post. Its date is in the name of its file, or in a field `date`.
        """;
  }

  static String howToWrite() {
    return """
        ---
        title: How to write
        author: ada
        tags: [first steps]
        ---
        Change a word, save, and reload: the page and the feeds have it already.

        - Pictures lie beside the post: `![A cat](cat.jpg)`.
        - `draft: true` keeps a post for yourself, and a date in the future keeps it until then.
        - `feedwright new "A title"` begins another post; `feedwright check` finds mistakes.
        """;
  }

  /** In YAML, in double quotes. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
  }
}
