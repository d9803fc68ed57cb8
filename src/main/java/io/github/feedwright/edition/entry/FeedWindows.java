package io.github.feedwright.edition.entry;

import io.github.feedwright.feed.Scope;
import io.github.feedwright.post.Post;
import io.github.feedwright.thread.PublishingThread;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which posts are in which feed: its window holds its newest posts. */
@PublishingThread
public final class FeedWindows {
  private final Map<Scope, List<Post>> windows = new HashMap<>();
  private final Map<String, Set<Scope>> shownIn = new HashMap<>();

  /** Sets the posts of a scope's window, newest first. */
  public void set(Scope scope, List<Post> posts) {
    List<Post> before = windows.put(scope, posts);
    if (before != null) {
      before.forEach(post -> hide(post.path(), scope));
    }
    posts.forEach(post -> shownIn.computeIfAbsent(post.path(), path -> new HashSet<>()).add(scope));
  }

  private void hide(String path, Scope scope) {
    Set<Scope> scopes = shownIn.get(path);
    if (scopes != null && scopes.remove(scope) && scopes.isEmpty()) {
      shownIn.remove(path);
    }
  }

  /** The posts of a scope's window, newest first. */
  public List<Post> of(Scope scope) {
    return windows.getOrDefault(scope, List.of());
  }

  /** The scopes whose window contains the post of a file. */
  public Set<Scope> showing(String path) {
    return shownIn.getOrDefault(path, Set.of());
  }

  /** The files whose posts are in some window. */
  public Set<String> paths() {
    return shownIn.keySet();
  }
}
