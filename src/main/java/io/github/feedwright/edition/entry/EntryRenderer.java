package io.github.feedwright.edition.entry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.feedwright.content.Content;
import io.github.feedwright.content.ContentRenderer;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.feed.EntryBuilder;
import io.github.feedwright.feed.Links;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.render.FeedFormat;
import io.github.feedwright.render.Fragment;
import io.github.feedwright.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Renders posts and writes their entries, once as long as their inputs stay the same. Thread-safe.
 */
public final class EntryRenderer {
  /** Larger posts, in characters, may need much memory: they do not run next to others. */
  private static final int LARGE = 256 << 10;

  private static final long CACHE_CHARACTERS = 48L << 20;

  /**
   * The last resort. The renderer's own budget comes first: what it allows takes a quarter to two
   * thirds of this on a core of 2020.
   */
  private final Duration mostWork;

  private final ContentRenderer renderer;
  private final EntryBuilder entries;
  private final Links links;
  private final List<FeedFormat> formats;
  private final Cache<Post, Rendered> contents;

  /** The rendering of a post at an address, against which relative links resolve. */
  private record Rendered(String address, Content content) {
    boolean holds(String address, Library library) {
      return this.address.equals(address) && content.holds(library);
    }
  }

  public EntryRenderer(Settings settings, List<FeedFormat> formats) {
    this.mostWork = settings.limits().render();
    this.renderer = new ContentRenderer(settings);
    this.entries = new EntryBuilder(settings);
    this.links = new Links(settings);
    this.formats = formats;
    this.contents =
        Caffeine.newBuilder()
            .weakKeys()
            .maximumWeight(CACHE_CHARACTERS)
            .weigher((Post post, Rendered rendered) -> rendered.content().html().length())
            .build();
  }

  /** A post, rendered for this library. */
  public Content content(Library library, Post post) {
    Content kept = kept(library, post, null);
    return kept == null ? render(library, post) : kept;
  }

  private Content render(Library library, Post post) {
    CpuTime time = CpuTime.of(mostWork);
    return keep(library, post, renderer.render(post, links.page(library, post), library, time));
  }

  /** A post, ready for feeds; the same object as before if nothing about it has changed. */
  public RenderedEntry prepare(Library library, Post post, @Nullable RenderedEntry before) {
    Content kept = kept(library, post, before);
    return prepare(library, post, before, kept == null ? content(library, post) : kept);
  }

  /**
   * The same, or null if the post needs more of this thread's time than a turn, or is large.
   *
   * @param turn less than the time that a post may take
   */
  public @Nullable RenderedEntry prepare(
      Library library, Post post, @Nullable RenderedEntry before, Duration turn) {
    Content kept = kept(library, post, before);
    if (kept != null) {
      return prepare(library, post, before, kept);
    }
    if (post.body().text().length() > LARGE) {
      return null;
    }
    CpuTime time = CpuTime.of(turn);
    Content content = renderer.render(post, links.page(library, post), library, time);
    return time.isUsedUp() ? null : prepare(library, post, before, keep(library, post, content));
  }

  private @Nullable Content kept(Library library, Post post, @Nullable RenderedEntry before) {
    String address = links.page(library, post);
    if (before != null
        && before.post().equals(post)
        && before.address().equals(address)
        && before.content().holds(library)) {
      return before.content();
    }
    Rendered kept = contents.getIfPresent(post);
    return kept != null && kept.holds(address, library) ? kept.content() : null;
  }

  private Content keep(Library library, Post post, Content content) {
    contents.put(post, new Rendered(links.page(library, post), content));
    return content;
  }

  private RenderedEntry prepare(
      Library library, Post post, @Nullable RenderedEntry before, Content content) {
    String address = links.page(library, post);
    Entry entry = entries.entry(library, post, content);
    if (before != null && entry.equals(before.entry())) {
      return new RenderedEntry(post, address, content, before.entry(), before.texts());
    }
    List<Fragment> texts = formats.stream().map(format -> format.entry(entry)).toList();
    return new RenderedEntry(post, address, content, entry, texts);
  }

  /** Forgets the renderings that are outdated in this library, so that they are not found twice. */
  public void forgetOutdated(Library library) {
    contents.asMap().entrySet().removeIf(each -> !holds(library, each));
  }

  /** The rendered posts that link to something that has changed. */
  public Set<Post> outdated(Library library) {
    return contents.asMap().entrySet().stream()
        .filter(each -> !holds(library, each))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private boolean holds(Library library, Map.Entry<Post, Rendered> each) {
    return each.getValue().holds(links.page(library, each.getKey()), library);
  }

  /** The problems of the rendered posts of this library. */
  public List<Problem> problems(Library library) {
    return contents.asMap().entrySet().stream()
        .filter(each -> !each.getValue().content().problems().isEmpty())
        .filter(each -> each.getKey().equals(library.post(each.getKey().path())))
        .flatMap(each -> each.getValue().content().problems().stream())
        .toList();
  }
}
