package io.github.feedwright.generator.path;

import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.generator.rule.SitePages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The folders of Nikola's posts, and those of their addresses: {@code POSTS}. */
public final class NikolaPosts {
  private static final Pattern POSTS = Pattern.compile("(?m)^POSTS\\s*=");
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");

  /** The folder of the files, and that of the addresses, perhaps by language. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "[\\[(]\\s*[\"']([^\"'\n]*?)/?[^\"'\n/]*[\"']\\s*,\\s*"
              + "(?:[\"']([^\"'\n]*)[\"']|(\\{[^}]*\\}))");

  private static final Pattern BY_LANGUAGE =
      Pattern.compile("(?:[\"'](\\w+)[\"']|DEFAULT_LANG)\\s*:\\s*[\"']([^\"'\n]*)[\"']");

  private NikolaPosts() {}

  /** The folder that holds all posts. */
  public static List<String> contentFolders(ConfigFile file) {
    Map<String, String> entries = entries(file);
    List<String> folders = List.copyOf(entries.keySet());
    String content = folders.size() == 1 ? folders.get(0) : parent(folders.get(0));
    return content.isEmpty() ? List.of() : List.of(content);
  }

  /** Several folders are told apart by their names. */
  public static PermalinkPatterns permalinks(ConfigFile file) {
    String end = "False".equals(file.value("PRETTY_URLS")) ? ".html" : "/";
    Map<String, String> entries = entries(file);
    if (entries.size() == 1) {
      String folder = entries.values().iterator().next();
      return PermalinkPatterns.everywhere(below(folder) + ":sections/:slug" + end);
    }
    Map<String, String> sections = new LinkedHashMap<>();
    entries.forEach((from, to) -> sections.put(name(from), below(to) + ":path" + end));
    return PermalinkPatterns.of(sections);
  }

  /** Other folders beside several of posts hold none. */
  public static SitePages pages(ConfigFile file) {
    Map<String, String> entries = entries(file);
    return entries.size() == 1
        ? SitePages.UNKNOWN
        : SitePages.of(
            List.of(), entries.keySet().stream().map(NikolaPosts::name).toList(), null, false);
  }

  /** The folders below the outermost, which is one of several that hold posts. */
  public static String below(List<String> folders) {
    return folders.stream().skip(1).map(each -> each + "/").collect(Collectors.joining());
  }

  private static Map<String, String> entries(ConfigFile file) {
    Map<String, String> entries = new LinkedHashMap<>();
    Matcher posts = POSTS.matcher(file.text());
    if (posts.find()) {
      String block = COMMENT.matcher(Blocks.at(file.text(), posts.end())).replaceAll("");
      ENTRY
          .matcher(block)
          .results()
          .forEach(
              each -> {
                String to = each.group(2);
                String from = each.group(1).replaceFirst("^\\./", "");
                entries.putIfAbsent(from, to == null ? ofLanguage(each.group(3), file) : to);
              });
    }
    return entries.isEmpty() ? Map.of("posts", "posts") : entries;
  }

  /** Of the main language. */
  private static String ofLanguage(String written, ConfigFile file) {
    Matcher each = BY_LANGUAGE.matcher(written);
    String main = file.value("DEFAULT_LANG");
    String first = null;
    while (each.find()) {
      first = first == null ? each.group(2) : first;
      if (each.group(1) == null || each.group(1).equals(main)) {
        return each.group(2);
      }
    }
    return first == null ? "posts" : first;
  }

  private static String below(String folder) {
    String name = folder.replaceFirst("^/+", "").replaceFirst("/+$", "");
    return name.isEmpty() || name.equals(".") ? "/" : "/" + name + "/";
  }

  private static String parent(String folder) {
    return folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
  }

  private static String name(String folder) {
    return folder.substring(folder.lastIndexOf('/') + 1);
  }
}
