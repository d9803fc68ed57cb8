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
 */
public record SitePages(
    List<String> folders,
    List<String> posts,
    @Nullable String pattern,
    boolean areKnown,
    Map<String, String> outside) {
  /** Nothing is known of them. */
  public static final SitePages UNKNOWN =
      new SitePages(List.of(), List.of(), null, false, Map.of());

  /** They have addresses like those of posts. */
  public static final SitePages LIKE_POSTS =
      new SitePages(List.of(), List.of(), null, true, Map.of());

  public SitePages {
    folders = List.copyOf(folders);
    posts = List.copyOf(posts);
    outside = Map.copyOf(outside);
  }

  /** With pages that are not read with the posts. */
  public SitePages with(Map<String, String> others) {
    return new SitePages(folders, posts, pattern, areKnown, others);
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

  /** Whether a file is neither a post nor a page. */
  public boolean isOther(String path) {
    return !posts.isEmpty() && !isPage(path) && !isIn(posts, path);
  }

  private static boolean isIn(List<String> folders, String path) {
    return folders.stream().anyMatch(folder -> path.startsWith(folder + "/"));
  }
}
