package io.github.feedwright.edition.page;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.PostTitle;
import io.github.feedwright.edition.entry.RenderedEntry;
import io.github.feedwright.library.Library;
import io.github.feedwright.page.Link;
import io.github.feedwright.page.PostSummary;
import io.github.feedwright.page.PostTerms;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts in lists.
 *
 * <p>Threads: {@code publish} and {@code worker}.
 */
final class Summaries {
  private static final Logger LOG = LoggerFactory.getLogger(Summaries.class);

  private final String language;
  private final PageLinks links;
  private final BiFunction<Library, Post, Content> render;
  private final PerLibrary<String, PostSummary> whole = new PerLibrary<>();
  private final PerLibrary<String, PostSummary> brief = new PerLibrary<>();

  /**
   * Lists posts.
   *
   * @param render renders a post of a library
   */
  Summaries(Settings settings, PageLinks links, BiFunction<Library, Post, Content> render) {
    this.language = settings.site().language();
    this.links = links;
    this.render = render;
  }

  /** A post with its first words, authors and terms, as feeds have it. */
  PostSummary whole(Library library, RenderedEntry entry) {
    return whole(library, entry.post(), entry.entry().summary());
  }

  /** A post with its first words, authors and terms. */
  PostSummary whole(Library library, Post post) {
    return whole.get(library, post.path(), path -> whole(library, post, text(library, post)));
  }

  private PostSummary whole(Library library, Post post, String text) {
    String title = PostTitle.of(post, text);
    return new PostSummary(
        PostTitle.orFirstWords(title, text),
        links.href(library, post),
        language(post),
        post.dates().published(),
        links.authors(post),
        PostTitle.remainder(title, text),
        links.terms(library, post));
  }

  /** A post with its title alone. A post that has one is not rendered for it. */
  PostSummary brief(Library library, Post post) {
    return brief.get(library, post.path(), path -> newBrief(library, post));
  }

  private PostSummary newBrief(Library library, Post post) {
    return new PostSummary(
        title(library, post),
        links.href(library, post),
        language(post),
        post.dates().published(),
        List.of(),
        "",
        PostTerms.NONE);
  }

  /** A link to a post, or null if there is none. */
  @Nullable Link link(Library library, @Nullable Post post) {
    return post == null ? null : new Link(title(library, post), links.href(library, post));
  }

  private String title(Library library, Post post) {
    String written = PostTitle.written(post);
    if (written != null) {
      return written;
    }
    String text = text(library, post);
    return PostTitle.orFirstWords(PostTitle.of(post, text), text);
  }

  /** One post that cannot be rendered, which is a bug, must not take down the list. */
  private String text(Library library, Post post) {
    try {
      return render.apply(library, post).summary();
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.error("{} could not be rendered; lists name it without its text", post.path(), e);
      return "";
    }
  }

  private String language(Post post) {
    String own = post.language();
    return own == null ? language : own;
  }
}
