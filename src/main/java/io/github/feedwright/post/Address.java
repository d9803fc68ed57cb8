package io.github.feedwright.post;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The address of a post, its former addresses, and what it points to.
 *
 * @param slug the post's one path segment
 * @param permalink this post's own path, which may hold placeholders, or null
 * @param aliases old paths of this post
 * @param redirectTo where the post has moved to, or null
 * @param externalUrl the page that a linked post is about, or null
 */
public record Address(
    String slug,
    @Nullable String permalink,
    List<String> aliases,
    @Nullable String redirectTo,
    @Nullable String externalUrl) {
  public Address {
    aliases = List.copyOf(aliases);
  }
}
