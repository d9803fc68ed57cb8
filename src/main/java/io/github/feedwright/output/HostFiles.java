package io.github.feedwright.output;

import io.github.feedwright.text.FilePath;
import io.github.feedwright.text.PercentEncoding;
import io.github.feedwright.web.CommonFields;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files in which static hosts look for redirects and header fields (Netlify, Cloudflare). */
final class HostFiles {
  private static final String REDIRECTS =
      """
      # Written by feedwright build, for Netlify, Cloudflare Pages and hosts like them.
      # The first of two lines is Netlify's: it comes before a file at the same path.
      """;

  private HostFiles() {}

  /** Redirects; what is gone is a 404 there, because these hosts have no 410. */
  static String redirects(HostRules rules) {
    StringBuilder text = new StringBuilder(REDIRECTS);
    for (MovedPath move : rules.moves()) {
      String to = move.to();
      if (to != null) {
        String from = PercentEncoding.path(move.from());
        String query = move.query() == null ? "" : " " + move.query().replace('&', ' ');
        text.append(from + query + " " + to + " 301!\n");
        if (query.isEmpty()) {
          text.append(from + " " + to + " 301\n");
        }
      }
    }
    for (Map.Entry<String, String> each : rules.folderFeeds().entrySet()) {
      String from = PercentEncoding.path(each.getKey());
      String to = PercentEncoding.path(each.getValue());
      text.append(from + " " + to + " 200!\n" + from + " " + to + " 200\n");
    }
    return text.toString();
  }

  /** Header fields, by the depth of paths: a wildcard can stand only at the end. */
  static String headers(HostRules rules, Iterable<FilePlan.Planned> files) {
    StringBuilder text = new StringBuilder("/*\n");
    CommonFields.ALL.forEach(
        field -> text.append("  " + field.name() + ": " + field.value() + "\n"));
    Map<String, FileHeaders> patterns = new LinkedHashMap<>(rules.byPath());
    for (FilePlan.Planned file : files) {
      String name = FilePath.name(file.path());
      FileHeaders head = rules.byName().get(name);
      if (head != null && !rules.byPath().containsKey(file.path())) {
        patterns.putIfAbsent(pattern(FilePath.folder(file.path()), name), head);
      }
    }
    rules
        .folderFeeds()
        .forEach((path, feed) -> patterns.putIfAbsent(folder(rules, path), rules.feed(feed)));
    patterns.forEach(
        (pattern, head) -> {
          text.append(pattern + "\n  Content-Type: " + head.contentType() + "\n");
          if (head.isFeed()) {
            text.append("  Cache-Control: " + rules.feedAge() + "\n");
          }
        });
    return text.toString();
  }

  /** A feed at the path of a folder: of the site, or of a term, {@code /tag/:a/feed/}. */
  private static String folder(HostRules rules, String path) {
    String[] names = path.substring(rules.root().length()).split("/", -1);
    boolean isTerm = names.length == 4;
    return isTerm ? rules.root() + names[0] + "/:a/" + names[2] + "/" : path;
  }

  private static String pattern(String folder, String name) {
    StringBuilder pattern = new StringBuilder();
    char letter = 'a';
    for (String each : folder.split("/", -1)) {
      if (!each.isEmpty()) {
        pattern.append("/:").append(letter++);
      }
    }
    return pattern + "/" + name;
  }
}
