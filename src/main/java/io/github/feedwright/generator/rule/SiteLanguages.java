package io.github.feedwright.generator.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The languages of a site whose files name theirs at their ends: {@code a.fr.md}, in exactly these
 * letters.
 *
 * @param main the language of files without such an end; null if it is not known
 * @param others those whose posts are not among the posts of the main one, and are not configured
 */
public record SiteLanguages(@Nullable String main, List<String> others) {
  /** Ends are parts of the names. */
  public static final SiteLanguages NONE = new SiteLanguages(null, List.of());

  public SiteLanguages {
    others = List.copyOf(others);
  }

  /** Whether a file is in one of the other languages. */
  public boolean isOther(String path) {
    return others.stream().anyMatch(language -> names(path, language));
  }

  /** Whether a file names the main language. */
  public boolean isMain(String path) {
    return main != null && names(path, main);
  }

  /** What of them is not published, for people. */
  public String shown() {
    return others.isEmpty()
        ? ""
        : ", with posts in other languages ("
            + String.join(", ", others)
            + "), which are published if languages names these";
  }

  private static boolean names(String path, String language) {
    String bare = path.substring(0, Math.max(0, path.lastIndexOf('.')));
    String end = "." + language;
    int start = bare.length() - end.length();
    return start > bare.lastIndexOf('/') + 1 && bare.startsWith(end, start);
  }
}
