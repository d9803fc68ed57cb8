package io.github.feedwright.output;

import io.github.feedwright.edition.path.FormerFeedPaths;
import io.github.feedwright.output.directory.OutputFileNames;
import io.github.feedwright.web.CacheControl;
import io.github.feedwright.web.CommonFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a site block of Caddy imports to answer as this program does. */
final class CaddySnippet {
  private static final String HEAD =
      """
      # Written by feedwright build. In the site block:
      #   root * /the/directory/that/build/writes/to
      #   import /the/directory/that/build/writes/to/.feedwright/Caddyfile
      # Reload Caddy after a build that changed this file.
      """;

  private final HostRules rules;
  private final StringBuilder text = new StringBuilder(HEAD);
  private int matchers;

  private CaddySnippet(HostRules rules) {
    this.rules = rules;
  }

  static String of(HostRules rules) {
    return new CaddySnippet(rules).write();
  }

  private String write() {
    fields();
    line("error /.feedwright/* 404");
    line("error /_redirects 404");
    line("error /_headers 404");
    rules.moves().forEach(this::move);
    rules.folded().forEach(path -> rewrite(path, path + "/" + OutputFileNames.INDEX));
    for (Map.Entry<String, String> each : rules.folderFeeds().entrySet()) {
      rewrite(each.getKey(), each.getValue());
    }
    rules.former().forEach(this::former);
    String server =
        rules.isCompressed() ? "file_server {\n\tprecompressed br gzip\n}" : "file_server";
    line(server);
    line("handle_errors {");
    line("\trewrite * " + rules.root() + "404.html");
    line("\tfile_server");
    line("}");
    return text.toString();
  }

  private void fields() {
    line("header {");
    CommonFields.ALL.forEach(field -> line("\t" + field.name() + " " + quoted(field.value())));
    line("\t?Cache-Control " + quoted(rules.feedAge()));
    line("}");
    line("@pages {");
    line("\tpath */ *.html *.htm" + paths(rules.folded()));
    if (!rules.folderFeeds().isEmpty()) {
      line("\tnot path" + paths(rules.folderFeeds().keySet()));
    }
    line("}");
    line("header @pages Cache-Control " + quoted(CacheControl.PAGE));
    // Each pattern leaves out the paths of narrower ones: all that match would be applied.
    List<String> narrower = new ArrayList<>(rules.byPath().keySet());
    rules.byPath().forEach((path, head) -> type(path, head, List.of()));
    rules.folderFeeds().forEach((path, feed) -> type(path, rules.feed(feed), List.of()));
    rules.byName().forEach((name, head) -> type("*/" + name, head, narrower));
    rules.byName().keySet().forEach(name -> narrower.add("*/" + name));
    rules.byExtension().forEach((extension, head) -> type("*." + extension, head, narrower));
  }

  private static String paths(Collection<String> paths) {
    return paths.stream().map(path -> " " + quoted(path)).collect(Collectors.joining());
  }

  private void type(String path, FileHeaders head, List<String> narrower) {
    List<String> others = narrower.stream().filter(each -> matches(path, each)).toList();
    String matcher =
        others.isEmpty()
            ? path.startsWith("*") ? matcher("path " + quoted(path)) : exactly(path)
            : matcher("{\n\tpath " + quoted(path) + "\n\tnot path" + paths(others) + "\n}");
    line("header " + matcher + " Content-Type " + quoted(head.contentType()));
    if (!head.isFeed()) {
      line("header " + matcher + " Cache-Control " + quoted(CacheControl.PAGE));
    }
  }

  /** Whether a pattern with an asterisk at its start matches a path. */
  private static boolean matches(String pattern, String path) {
    return path.endsWith(pattern.substring(1));
  }

  private void move(MovedPath move) {
    String matcher =
        move.query() == null
            ? exactly(move.from())
            : matcher(
                "expression `{http.request.uri.path} == "
                    + quoted(move.from())
                    + " && {query} == "
                    + quoted(move.query())
                    + "`");
    String to = move.to();
    line(to == null ? "error " + matcher + " 410" : "redir " + matcher + " " + quoted(to) + " 301");
  }

  private void rewrite(String path, String file) {
    line("rewrite " + exactly(path) + " " + quoted(file));
  }

  private void former(FormerFeedPaths.Rule rule) {
    String name = "f" + matchers;
    String matcher = "@m" + matchers++;
    line(matcher + " {");
    line("\tpath_regexp " + name + " `" + rule.path() + "`");
    line("\tnot file {path}");
    if (!rules.covered().isEmpty()) {
      line("\tnot path" + paths(rules.covered()));
    }
    line("}");
    String feeds =
        rule.feeds().stream()
            .map(feed -> feed.replace("$1", "{re." + name + ".1}"))
            .collect(Collectors.joining(" "));
    line("handle " + matcher + " {");
    line("\theader Content-Type " + quoted(rules.feed(rule.feeds().get(0)).contentType()));
    line("\theader Cache-Control " + quoted(rules.feedAge()));
    line("\ttry_files " + feeds);
    line("\tfile_server");
    line("}");
  }

  /** A matcher of one path. That of the name "path" would ignore case, and know an asterisk. */
  private String exactly(String path) {
    String pattern = path.replaceAll("[^\\p{L}\\p{M}\\p{N}/_\"-]", "\\\\$0").replace("\"", "\\x22");
    return matcher("path_regexp \"^" + pattern + "$\"");
  }

  private String matcher(String definition) {
    String name = "@m" + matchers++;
    line(name + " " + definition);
    return name;
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
