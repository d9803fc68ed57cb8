package io.github.feedwright.edition.continuity;

import io.github.feedwright.identity.TextHash;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Posts that are held back.
 *
 * @param paths their files, sorted
 * @param token identifies these posts and their changes: confirming it confirms nothing else
 */
public record HeldPosts(SortedSet<String> paths, String token) {
  /** Nothing is held back. */
  public static final HeldPosts NOTHING = new HeldPosts(new TreeSet<>(), "");

  private static final int TOKEN_BYTES = 4;
  private static final int MOST_NAMED = 3;

  /**
   * The posts that are held back, with a token for their changes.
   *
   * @param changes a line for each change
   */
  static HeldPosts of(Collection<String> paths, Collection<String> changes) {
    String all = String.join("\n", new TreeSet<>(changes));
    String token = HexFormat.of().formatHex(TextHash.digest(all), 0, TOKEN_BYTES);
    return paths.isEmpty() ? NOTHING : new HeldPosts(new TreeSet<>(paths), token);
  }

  /** How many there are. */
  public int count() {
    return paths.size();
  }

  /** For people: how many posts would come back, the first of them, and how to confirm them. */
  public String message() {
    List<String> named = paths.stream().limit(MOST_NAMED).toList();
    int more = paths.size() - named.size();
    return count()
        + (count() == 1 ? " post" : " posts")
        + " would come back as new to subscribers: "
        + named.stream().collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "")
        + "; they stay as they were published until you confirm with feedwright ids --accept "
        + token;
  }
}
