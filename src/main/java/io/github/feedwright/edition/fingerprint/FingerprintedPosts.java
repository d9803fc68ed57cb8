package io.github.feedwright.edition.fingerprint;

import io.github.feedwright.content.Content;
import io.github.feedwright.edition.entry.RenderedEntry;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.feed.EntryBuilder;
import io.github.feedwright.format.FeedFormat;
import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.format.Fragment;
import io.github.feedwright.library.Library;
import io.github.feedwright.page.Page;
import io.github.feedwright.page.Pages;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Sha256;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The posts of one library, with digests where their HTML would be. The HTML is most of a document,
 * and no model of a document looks into it.
 *
 * <p>Threads: {@code worker}.
 */
public final class FingerprintedPosts {
  private final Fingerprint fingerprint = new Fingerprint();
  private final EntryBuilder builder;
  private final List<FeedFormat> formats;
  private final BiFunction<Library, Post, Content> render;
  private final String own;
  private final Map<String, Content> contents = new ConcurrentHashMap<>();
  private final Map<String, RenderedEntry> entries = new ConcurrentHashMap<>();

  /**
   * The posts of one library.
   *
   * @param render renders a post
   * @param own differs between builds
   */
  public FingerprintedPosts(
      Settings settings, BiFunction<Library, Post, Content> render, String own) {
    this.own = own;
    this.builder = new EntryBuilder(settings);
    this.formats =
        FeedFormats.of(settings.feeds().formats()).stream()
            .<FeedFormat>map(each -> new FingerprintFormat(each, fingerprint))
            .toList();
    this.render = render;
  }

  /** Formats that write fingerprints. */
  public List<FeedFormat> formats() {
    return formats;
  }

  /** What takes the place of a page. */
  public Pages.Written page(Page page) {
    return new Pages.Written(fingerprint.of((Record) page), null);
  }

  /** A rendered post. */
  public Content content(Library library, Post post) {
    Content known = contents.get(post.path());
    if (known == null) {
      // Not within the map: rendering may take long.
      known = digested(render.apply(library, post));
      contents.put(post.path(), known);
    }
    return known;
  }

  private Content digested(Content content) {
    return new Content(
        Sha256.ofTexts(content.html(), isLasting(content) ? "" : own),
        digest(content.excerptHtml()),
        content.summary(),
        content.image(),
        content.media(),
        Set.of(),
        List.of());
  }

  /** What a slow machine gave up may come out otherwise the next time. */
  private static boolean isLasting(Content content) {
    return content.problems().stream().noneMatch(problem -> problem.kind() == Kind.LIMIT);
  }

  private static @Nullable String digest(@Nullable String html) {
    return html == null ? null : Sha256.ofTexts(html);
  }

  /** A post as an entry. */
  public RenderedEntry entry(Library library, Post post) {
    RenderedEntry known = entries.get(post.path());
    if (known == null) {
      known = made(library, post);
      entries.put(post.path(), known);
    }
    return known;
  }

  private RenderedEntry made(Library library, Post post) {
    Entry entry = builder.entry(library, post, content(library, post));
    Fragment text = formats.get(0).entry(entry);
    List<Fragment> texts = Collections.nCopies(formats.size(), text);
    return new RenderedEntry(post, entry.withHtml(null), "", texts);
  }
}
