package io.github.feedwright.library;

import io.github.feedwright.post.Post;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which posts are translations of each other. Of several posts in one language, the oldest counts.
 *
 * @param groups the posts with each key
 */
record Translations(Claims groups) {
  static final Translations NONE = new Translations(Claims.NONE);

  Translations with(IndexedPost post) {
    String key = post.post().translationKey();
    return key == null ? this : new Translations(groups.plus(key, post));
  }

  Translations without(IndexedPost post) {
    String key = post.post().translationKey();
    return key == null ? this : new Translations(groups.minus(key, post));
  }

  /** A post and its translations, by language; empty if there are no translations. */
  List<Post> of(Post post) {
    String key = post.translationKey();
    if (key == null) {
      return List.of();
    }
    Map<String, Post> byLanguage = new TreeMap<>();
    groups.of(key).forEach(each -> byLanguage.put(language(each.post()), each.post()));
    byLanguage.put(language(post), post);
    return byLanguage.size() < 2 ? List.of() : List.copyOf(byLanguage.values());
  }

  /** Empty for the site's. */
  private static String language(Post post) {
    return post.language() == null ? "" : post.language();
  }

  /** The posts of these groups and of the ones before that are in a group with a changed post. */
  Collection<IndexedPost> affected(Translations before, Set<Post> changed) {
    List<IndexedPost> affected = new ArrayList<>();
    for (Post post : changed) {
      String key = post.translationKey();
      if (key != null) {
        affected.addAll(groups.of(key));
        affected.addAll(before.groups.of(key));
      }
    }
    return affected;
  }
}
