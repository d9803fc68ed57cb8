package io.github.feedwright.output;

import io.github.feedwright.edition.path.FormerFeedPaths;
import io.github.feedwright.output.directory.OutputFileNames;
import io.github.feedwright.web.CacheControl;
import io.github.feedwright.web.CommonFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a server block of nginx includes to answer as this program does. */
final class NginxSnippet {
  private static final String HEAD =
      """
      # Written by feedwright build. In the server block:
      #   root /the/directory/that/build/writes/to;
      #   include /the/directory/that/build/writes/to/.feedwright/nginx.conf;
      # Reload nginx after a build that changed this file.
      index index.html;
      absolute_redirect off;
      error_page 404 %s404.html;
      error_page 403 =404 %s404.html;
      location ^~ /.feedwright { return 404; }
      location = /_redirects { return 404; }
      location = /_headers { return 404; }
      """;

  private final HostRules rules;
  private final StringBuilder text = new StringBuilder();

  /** What is done at one path: {@code if}s for queries come first. */
  private final SortedMap<String, List<String>> exact = new TreeMap<>();

  private NginxSnippet(HostRules rules) {
    this.rules = rules;
  }

  static String of(HostRules rules) {
    return new NginxSnippet(rules).write();
  }

  private String write() {
    text.append(HEAD.formatted(rules.root(), rules.root()));
    if (rules.isCompressed()) {
      text.append("gzip_static on;\n# With the module for it: brotli_static on;\n");
    }
    text.append(fields("", rules.feedAge()));
    text.append(types());
    text.append("location ~ \"\\.html?$\" {\n")
        .append(fields("  ", CacheControl.PAGE))
        .append("}\n");
    collect();
    exact.forEach(
        (path, lines) ->
            text.append("location = ")
                .append(quoted(path))
                .append(" { ")
                .append(String.join(" ", lines))
                .append(" }\n"));
    // The first one that matches counts, and a former path may end in the name of a feed.
    rules.former().forEach(rule -> text.append(former(rule)));
    rules.byName().forEach((name, head) -> text.append(named(name, head)));
    return text.toString();
  }

  private static String fields(String indent, String age) {
    return CommonFields.ALL.stream()
            .map(field -> indent + addHeader(field.name(), field.value()))
            .collect(Collectors.joining())
        + indent
        + addHeader("Cache-Control", age);
  }

  private static String addHeader(String name, String value) {
    return "add_header " + name + " \"" + value + "\";\n";
  }

  private String types() {
    StringBuilder types = new StringBuilder("types {\n  \"text/html; charset=utf-8\" html htm;\n");
    rules
        .byExtension()
        .forEach(
            (extension, head) -> {
              if (!extension.isEmpty() && !extension.startsWith("htm")) {
                String type = quoted(head.contentType());
                types.append("  ").append(type).append(' ').append(quoted(extension)).append(";\n");
              }
            });
    return types.append("}\ndefault_type application/octet-stream;\n").toString();
  }

  private void collect() {
    for (MovedPath move : rules.moves()) {
      if (isWritable(move.from()) && move.query() != null) {
        at(move.from())
            .add(0, "if ($args = " + quoted(move.query()) + ") { " + answer(move) + " }");
      }
    }
    for (MovedPath move : rules.moves()) {
      if (move.query() == null && isWritable(move.from())) {
        at(move.from()).add(answer(move));
      } else if (move.query() == null) {
        String path = "^" + pattern(move.from()) + "$";
        text.append("location ~ " + quotedPattern(path) + " { " + answer(move) + " }\n");
      }
    }
    rules.folded().forEach(path -> rewrite(path, path + "/" + OutputFileNames.INDEX));
    rules.covered().forEach(path -> rewrite(path, path + OutputFileNames.INDEX));
    rules.byPath().forEach((path, head) -> at(path).add(typed(head)));
    for (Map.Entry<String, String> each : rules.folderFeeds().entrySet()) {
      rewrite(each.getKey(), each.getValue());
    }
  }

  private void rewrite(String path, String file) {
    if (isWritable(path) && exact.getOrDefault(path, List.of()).stream().allMatch(this::isQuery)) {
      at(path).add("rewrite ^ " + quoted(file) + " last;");
    }
  }

  private boolean isQuery(String line) {
    return line.startsWith("if ");
  }

  private List<String> at(String path) {
    return exact.computeIfAbsent(path, unused -> new ArrayList<>());
  }

  private static String answer(MovedPath move) {
    String to = move.to();
    return to == null ? "return 410;" : "return 301 " + quoted(to.replace("$", "%24")) + ";";
  }

  private static String typed(FileHeaders head) {
    String age = head.isFeed() ? "" : "\n" + fields("  ", CacheControl.PAGE);
    return "types { } default_type " + quoted(head.contentType()) + ";" + age;
  }

  private String named(String name, FileHeaders head) {
    return "location ~ " + quotedPattern("/" + pattern(name) + "$") + " { " + typed(head) + " }\n";
  }

  private static String pattern(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}/_-]", "\\\\$0");
  }

  /** A file that is there comes first. */
  private String former(FormerFeedPaths.Rule rule) {
    String feeds = String.join(" ", rule.feeds());
    return "location ~ "
        + quotedPattern(rule.path())
        + " { "
        + typed(rules.feed(rule.feeds().get(0)))
        + " try_files $uri "
        + feeds
        + " =404; }\n";
  }

  /** nginx puts variables where it finds this sign, and has no way to escape it. */
  private static boolean isWritable(String path) {
    return path.chars().noneMatch(c -> c == '$' || c == '?' || c < ' ');
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** In a pattern, a backslash stays one. */
  private static String quotedPattern(String pattern) {
    return '"' + pattern.replace("\"", "\\\"") + '"';
  }
}
