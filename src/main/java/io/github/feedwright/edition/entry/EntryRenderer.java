package io.github.feedwright.edition.entry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.feedwright.content.Content;
import io.github.feedwright.content.ContentRenderer;
import io.github.feedwright.edition.store.RenderingCaches;
import io.github.feedwright.edition.store.Renderings;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.feed.EntryBuilder;
import io.github.feedwright.feed.Links;
import io.github.feedwright.format.FeedFormat;
import io.github.feedwright.format.Fragment;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Sha256;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Renders posts and writes their entries: once, while their inputs stay the same.
 *
 * <p>Threads: {@code render}, {@code render-long} and {@code worker} render, {@code publish} asks
 * for what is kept.
 */
public final class EntryRenderer {
  /** Larger posts, in characters, may need much memory: they do not run next to others. */
  private static final int LARGE = 256 << 10;

  /**
   * The last resort. The renderer's own budget comes first: what it allows takes a quarter to two
   * thirds of this on a core of 2020.
   */
  private final Duration mostWork;

  private final ContentRenderer renderer;
  private final EntryBuilder entries;
  private final Links links;
  private final List<FeedFormat> formats;
  private final RenderedPosts renderedPosts;
  private final Cache<Post, Rendered> contents;
  private final Renderings stored;

  /** The rendering of a post at an address, against which relative links resolve. */
  private record Rendered(String address, Content content) {
    boolean holds(String address, Library library) {
      return this.address.equals(address) && content.holds(library);
    }

    /** Two for each character: hardly a text has only those that take one. */
    int bytes() {
      String excerpt = content.excerptHtml();
      return 2 * (content.html().length() + (excerpt == null ? 0 : excerpt.length()));
    }
  }

  /**
   * A renderer for one configuration.
   *
   * @param caches where rendered posts are kept, so as not to render them again
   * @param renderedPosts gets each post that is rendered, or whose rendering is used again
   */
  public EntryRenderer(
      Settings settings,
      List<FeedFormat> formats,
      RenderingCaches caches,
      RenderedPosts renderedPosts) {
    this.mostWork = settings.limits().render();
    this.renderer = new ContentRenderer(settings);
    this.entries = new EntryBuilder(settings);
    this.links = new Links(settings);
    this.formats = formats;
    this.renderedPosts = renderedPosts;
    this.contents =
        Caffeine.newBuilder()
            .executor(Runnable::run)
            .weakKeys()
            .maximumWeight(caches.html())
            .weigher((Post post, Rendered rendered) -> rendered.bytes())
            .build();
    this.stored = Renderings.of(caches.store(), settings);
  }

  /** A post, rendered for this library. */
  public Content content(Library library, Post post) {
    return content(library, post, kept(library, post));
  }

  private Content content(Library library, Post post, @Nullable Content kept) {
    Content content = kept;
    if (content == null) {
      CpuTime time = CpuTime.of(mostWork);
      String address = links.page(library, post);
      content = keep(post, address, renderer.render(post, address, library, time), time);
    }
    renderedPosts.record(library, post, content);
    return content;
  }

  /** A post, ready for feeds; the same object as before if nothing about it has changed. */
  public RenderedEntry prepare(Library library, Post post, @Nullable RenderedEntry before) {
    return prepare(library, post, before, content(library, post));
  }

  /**
   * The same, or null if the post needs more of this thread's time than a turn, or is large.
   *
   * @param turn less than the time that a post may take
   */
  public @Nullable RenderedEntry prepare(
      Library library, Post post, @Nullable RenderedEntry before, Duration turn) {
    Content kept = kept(library, post);
    if (kept != null) {
      return prepare(library, post, before, content(library, post, kept));
    }
    if (post.body().length() > LARGE) {
      return null;
    }
    CpuTime time = CpuTime.of(turn);
    String address = links.page(library, post);
    Content content = renderer.render(post, address, library, time);
    return time.isUsedUp()
        ? null
        : prepare(
            library, post, before, content(library, post, keep(post, address, content, time)));
  }

  private @Nullable Content kept(Library library, Post post) {
    String address = links.page(library, post);
    Rendered kept = contents.getIfPresent(post);
    if (kept != null && kept.holds(address, library)) {
      return kept.content();
    }
    Content found = stored.find(post, address, library);
    if (found != null) {
      contents.put(post, new Rendered(address, found));
    }
    return found;
  }

  private Content keep(Post post, String address, Content content, CpuTime time) {
    contents.put(post, new Rendered(address, content));
    // What a slow machine gave up is not kept for a faster one.
    if (!time.isUsedUp()) {
      stored.keep(post, address, content);
    }
    return content;
  }

  /** The entry in each format; the HTML, which is most of it, only once where it is the same. */
  private List<Fragment> texts(Entry entry) {
    List<Fragment> texts = new ArrayList<>();
    for (FeedFormat format : formats) {
      Fragment text = format.entry(entry);
      texts.add(texts.isEmpty() ? text : text.sharing(texts.get(0)));
    }
    return List.copyOf(texts);
  }

  private RenderedEntry prepare(
      Library library, Post post, @Nullable RenderedEntry before, Content content) {
    Entry entry = entries.entry(library, post, content);
    Entry bare = entry.withHtml(null);
    String digest = Sha256.ofTexts(Objects.requireNonNullElse(entry.html(), ""));
    if (before != null && bare.equals(before.entry()) && digest.equals(before.htmlDigest())) {
      return new RenderedEntry(post, before.entry(), digest, before.texts());
    }
    return new RenderedEntry(post, bare, digest, texts(entry));
  }
}
