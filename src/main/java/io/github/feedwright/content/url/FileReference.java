package io.github.feedwright.content.url;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The notations of Pelican, Nikola and Zola for files and pages in place of an address. */
public final class FileReference {
  private static final Pattern PELICAN =
      Pattern.compile("(?:%7B|[{|])(?:static|filename|attach)(?:%7D|[}|])");

  private static final Pattern PELICAN_POST =
      Pattern.compile(
          "(?:%7B|[{|])filename(?:%7D|[}|])[^?#]*\\.(?i:md|markdown|mkd|mkdn|mdown)(?=[?#]|$)");

  private static final Pattern LISTING =
      Pattern.compile("(?:%7B|[{|])(index|tag|category|author)(?:%7D|[}|])([^/]{0,200})");

  private static final Pattern MARKDOWN_FILE =
      Pattern.compile("(?i).*\\.(?:md|markdown|mkd|mkdn|mdown)");

  /** The maximum length of a file name in characters: file systems have no longer ones. */
  private static final int LONGEST_NAME = 255;

  /** The maximum length of a path in characters: Linux has no longer ones. */
  private static final int LONGEST_PATH = 4096;

  private static final String NIKOLA = "link://slug/";

  /**
   * Pelican's notation for a page that lists posts.
   *
   * @param kind what it lists: {@code index}, or a taxonomy
   * @param term the term's name, still percent-encoded
   */
  record Listing(String kind, String term) {}

  private FileReference() {}

  /** Whether this names a post, so is not an address. */
  public static boolean isPost(String written) {
    return written.startsWith("@/")
        || written.startsWith(NIKOLA)
        || PELICAN_POST.matcher(written).lookingAt();
  }

  /**
   * Whether this is Pelican's notation for a file next to posts; other files belong to the site.
   */
  public static boolean isBeside(String written) {
    String path = pelicans(written);
    return path != null && !path.startsWith("/");
  }

  /**
   * The path of a file in Pelican's notation: from the root of the posts, or from here; or null.
   */
  static @Nullable String pelicans(String written) {
    Matcher pelican = PELICAN.matcher(written);
    return pelican.lookingAt() ? written.substring(pelican.end()) : null;
  }

  /** The slug of a post in Nikola's notation, still percent-encoded; or null. */
  static @Nullable String nikolas(String written) {
    return written.startsWith(NIKOLA) ? written.substring(NIKOLA.length()) : null;
  }

  /** The page that lists posts, or null. */
  static @Nullable Listing listing(String written) {
    Matcher listing = LISTING.matcher(written);
    return listing.matches() ? new Listing(listing.group(1), listing.group(2)) : null;
  }

  /** Whether a path is that of a Markdown file. */
  static boolean isMarkdown(String path) {
    return MARKDOWN_FILE.matcher(path).matches();
  }

  /** Whether a file can have this name; normalising the Unicode of a longer one can take hours. */
  static boolean isName(String path) {
    int start = 0;
    while (path.length() - start > LONGEST_NAME) {
      int slash = path.lastIndexOf('/', start + LONGEST_NAME);
      if (slash < start) {
        return false;
      }
      start = slash + 1;
    }
    return path.length() <= LONGEST_PATH;
  }
}
