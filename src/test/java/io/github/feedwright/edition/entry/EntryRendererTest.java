package io.github.feedwright.edition.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Content;
import io.github.feedwright.edition.store.RenderingCaches;
import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Posts;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class EntryRendererTest {
  private static final Settings SETTINGS = Posts.settings();

  private static EntryRenderer entryRenderer(Library library) {
    return new EntryRenderer(
        SETTINGS,
        FeedFormats.of(SETTINGS.feeds().formats()),
        RenderingCaches.of(CacheStore.none()),
        new RenderedPosts(library, late -> {}));
  }

  @Test
  void whatATurnIsTooShortForIsNotShownAsText() {
    Post post = Posts.post("2014-01-01-a.md", "title: A");
    Library library = Library.empty(SETTINGS, path -> false).with(post);
    EntryRenderer entryRenderer = entryRenderer(library);

    assertThat(entryRenderer.prepare(library, post, null, Duration.ZERO)).isNull();

    RenderedEntry whole = entryRenderer.prepare(library, post, null);
    Content content = entryRenderer.content(library, post);
    assertThat(content.html()).isEqualToIgnoringWhitespace("<p>Text.</p>");
    assertThat(content.problems()).isEmpty();
    // What is at hand takes no turn at all.
    assertThat(entryRenderer.prepare(library, post, null, Duration.ZERO)).isEqualTo(whole);
  }

  @Test
  void aLargePostHasNoTurnAmongOthers() {
    Post post = Posts.post(SETTINGS, "2014-01-01-a.md", "title: A", "Words. ".repeat(40_000));
    Library library = Library.empty(SETTINGS, path -> false).with(post);
    EntryRenderer entryRenderer = entryRenderer(library);

    assertThat(entryRenderer.prepare(library, post, null, Duration.ofHours(1))).isNull();
    assertThat(entryRenderer.prepare(library, post, null)).isNotNull();
    assertThat(entryRenderer.content(library, post).problems()).isEmpty();
  }
}
