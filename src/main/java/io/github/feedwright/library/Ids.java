package io.github.feedwright.library;

import io.github.feedwright.post.Post;
import io.github.feedwright.settings.AdoptedIds;
import io.github.feedwright.settings.PercentEncoding;
import io.github.feedwright.settings.Settings;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a post's id comes from: its front matter, else the generator that published it before, else
 * its file's stem. Never its date, slug, title or address, which authors change.
 */
final class Ids {
  /** An absolute URI (RFC 3986, section 4.3), by its scheme. */
  private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:\\S+");

  private static final Pattern EMPTY_SEGMENT = Pattern.compile("(?<!:)//+");
  private static final Pattern NEEDS_NUMBER = Pattern.compile(":(wordpress_)?id\\b");

  private final String site;
  private final @Nullable AdoptedIds adopted;
  private final Permalinks permalinks;
  private final java.time.ZoneId zone;

  Ids(Settings settings, Permalinks permalinks) {
    this.site = settings.site().id();
    this.adopted = settings.ids();
    this.permalinks = permalinks;
    this.zone = settings.posts().timezone();
  }

  /** The id that the front matter or the former generator gives, or null. */
  @Nullable String given(Post post) {
    String guid = post.identity().guid();
    if (guid != null) {
      return ABSOLUTE.matcher(guid).matches() ? PercentEncoding.uri(guid) : own(guid);
    }
    return adopted == null ? null : adopted(post, adopted);
  }

  /**
   * Whether a post is one of those that its file's name stands for: also one whose author wrote
   * down the id that its path gives, so that this changes no id of the others.
   */
  boolean isByName(Post post) {
    String given = given(post);
    return given == null || given.equals(own(post.path()));
  }

  /** The id that a post has where no other post has it. */
  String wanted(Post post) {
    String given = given(post);
    return given == null ? own(post.stem()) : given;
  }

  private @Nullable String adopted(Post post, AdoptedIds ids) {
    boolean before = post.date().atZoneSameInstant(zone).toLocalDate().isBefore(ids.until());
    boolean unknown =
        post.identity().wordpressId() == null && NEEDS_NUMBER.matcher(ids.template()).find();
    if (!before || unknown) {
      return null;
    }
    String address = permalinks.fill(ids.template(), post);
    // Where a post has no category, its former generator left out the empty segment too.
    return PercentEncoding.uri(EMPTY_SEGMENT.matcher(address).replaceAll("/"));
  }

  /** The id that a name gives within this site. */
  String own(String name) {
    return site + ":" + PercentEncoding.path(name);
  }
}
