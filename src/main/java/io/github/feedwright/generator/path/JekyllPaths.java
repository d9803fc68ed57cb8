package io.github.feedwright.generator.path;

import io.github.feedwright.generator.config.ConfigFile;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files that Jekyll does not read. */
public final class JekyllPaths {
  private static final Pattern UNDATED_POST =
      Pattern.compile("(?:^|.*/)_posts/(?:.*/)?(?!\\d{2,4}-\\d{1,2}-\\d{1,2}-)[^/]*");

  /** Folders above {@code _posts}, names there, and the file itself. */
  private static final Pattern UNREAD =
      Pattern.compile(
          "^(?:[^/]+/)*?[_.#~](?!posts/|drafts/)[^/]*/(?:.*/)?_posts/"
              + "|(?:^|/)_posts/(?:[_.#~]|.*/[_.#~][^/]*$)");

  private JekyllPaths() {}

  /** Why the file at a path is never published; null if it may be. */
  public static @Nullable String hides(String path) {
    if (UNREAD.matcher(path).find()) {
      return "a name in its path begins with one of _ . # ~";
    }
    return UNDATED_POST.matcher(path).matches()
        ? "its name in _posts does not begin with a date, such as 2013-07-12-"
        : null;
  }

  /** The files that a {@code _config.yml} excludes. */
  public static PathRules rules(ConfigFile file) {
    return PathRules.of(
        List.of(
            file.texts("exclude").stream()
                .map(JekyllPaths::excluded)
                .flatMap(PathRules::ignoring)));
  }

  /** A name with asterisks, which stand for slashes too; or how a path begins. */
  private static String excluded(String written) {
    String path = written.replaceFirst("^/+", "");
    return path.isEmpty()
        ? "(?!)"
        : "^(?:" + Globs.ofPaths(path) + "$|" + Pattern.quote(path) + ")";
  }
}
