package io.github.feedwright.generator.rule;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a site that are no posts: which files they are, and where links to them lead.
 *
 * @param folders the folders below the generator's content that hold pages alone, without slashes
 * @param posts the folders that hold all posts; empty if any may
 * @param pattern the pattern of their addresses; null if it is that of posts
 * @param areKnown whether anything is known of their addresses
 * @param outside the addresses of pages that are not read with the posts, by what links name
 * @param languages the languages of its files
 */
public record SitePages(
    List<String> folders,
    List<String> posts,
    @Nullable String pattern,
    boolean areKnown,
    Map<String, String> outside,
    SiteLanguages languages) {
  /** Nothing is known of them. */
  public static final SitePages UNKNOWN = of(List.of(), List.of(), null, false);

  /** They have addresses like those of posts. */
  public static final SitePages LIKE_POSTS = of(List.of(), List.of(), null, true);

  public SitePages {
    folders = List.copyOf(folders);
    posts = List.copyOf(posts);
    outside = Map.copyOf(outside);
  }

  /** Those that are read with the posts, in whatever language. */
  public static SitePages of(
      List<String> folders, List<String> posts, @Nullable String pattern, boolean areKnown) {
    return new SitePages(folders, posts, pattern, areKnown, Map.of(), SiteLanguages.NONE);
  }

  /** With pages that are not read with the posts, and the languages of the site. */
  public SitePages with(Map<String, String> others, SiteLanguages languages) {
    return new SitePages(folders, posts, pattern, areKnown, others, languages);
  }

  /**
   * A page that is not read with the posts.
   *
   * @param name what links name
   * @param address its path below the address of the site
   */
  public record Page(String name, String address) {}

  /** Whether a file is a page by its path. */
  public boolean isPage(String path) {
    return isIn(folders, path);
  }

  /** Whether a file is neither a post nor a page of the main language. */
  public boolean isOther(String path) {
    boolean isElsewhere = !posts.isEmpty() && !isPage(path) && !isIn(posts, path);
    return isElsewhere || languages.isOther(path);
  }

  private static boolean isIn(List<String> folders, String path) {
    return folders.stream().anyMatch(folder -> path.startsWith(folder + "/"));
  }
}
