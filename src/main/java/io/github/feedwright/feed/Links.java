package io.github.feedwright.feed;

import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.FeedsSettings.LinkedPosts;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.PercentEncoding;
import java.util.List;

/** Absolute, percent-encoded addresses: of posts below {@code site.url}, else {@code feeds.url}. */
public final class Links {
  private final String site;
  private final String feeds;
  private final String language;
  private final LinkedPosts linkedPosts;

  /** Makes addresses for this configuration; requests never influence them. */
  public Links(Settings settings) {
    this.site = settings.site().url().toString();
    this.feeds = settings.feeds().url().toString();
    this.language = settings.site().language();
    this.linkedPosts = settings.feeds().linkedPosts();
  }

  /** The address of a post's own page. */
  public String page(Library library, Post post) {
    return site + PercentEncoding.path(library.permalink(post).substring(1));
  }

  /**
   * The pages of a post and its translations, each in another language; empty if it has none. A
   * translation that has moved elsewhere is left out.
   */
  public List<Translation> translations(Library library, Post post) {
    List<Translation> pages =
        library.translations(post).stream()
            .filter(each -> each.address().redirectTo() == null)
            .map(each -> new Translation(language(each), page(library, each)))
            .toList();
    return pages.size() < 2 ? List.of() : pages;
  }

  private String language(Post post) {
    return post.language() == null ? language : post.language();
  }

  /** The page that readers of an entry open. */
  String target(Library library, Post post) {
    String redirect = post.address().redirectTo();
    if (redirect != null) {
      return absolute(redirect);
    }
    String external = post.address().externalUrl();
    return external != null && linkedPosts == LinkedPosts.TARGET ? external : page(library, post);
  }

  private String absolute(String written) {
    return written.contains("://")
        ? written
        : site + PercentEncoding.uri(written.startsWith("/") ? written.substring(1) : written);
  }

  /** The address below {@code feeds.url} of a path that is not percent-encoded. */
  public String feeds(String path) {
    return feeds + PercentEncoding.path(path);
  }
}
