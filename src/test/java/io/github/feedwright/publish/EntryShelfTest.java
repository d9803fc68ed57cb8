package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.library.Library;
import io.github.feedwright.library.Posts;
import io.github.feedwright.post.Post;
import io.github.feedwright.render.FeedFormats;
import io.github.feedwright.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EntryShelfTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private static Composer composer(Settings settings) {
    return new Composer(settings, FeedFormats.of(settings.feeds().formats()));
  }

  @Test
  void aFormerEntryStandsUntilItsOwnIsReadyAndIsNeverTakenForIt() {
    Settings before = Posts.settings();
    Settings after = Posts.settings("site: {url: 'https://new.example.org/', id: 'tag:a,2013'}");
    Post post = Posts.post("2014-01-01-a.md", "title: A");
    Library library = Library.empty(before, path -> false).with(post);
    Library next = Library.empty(after, path -> false).with(post);
    try (Renderers renderers = new Renderers(1)) {
      EntryShelf former = new EntryShelf(composer(before), renderers, late -> {});
      former.prepare(List.of(post), Set.of(), library, LONG);
      EntryShelf shelf = new EntryShelf(composer(after), renderers, late -> {});

      assertThat(shelf.atHand(post)).isNull();
      shelf.inherit(former);
      assertThat(shelf.atHand(post)).isEqualTo(former.get(post));
      assertThat(shelf.get(post)).isNull();

      shelf.prepare(List.of(post), Set.of(), next, LONG);
      assertThat(shelf.atHand(post)).isEqualTo(shelf.get(post)).isNotEqualTo(former.get(post));
      assertThat(shelf.get(post)).extracting(Prepared::address).asString().contains("//new.");
    }
  }
}
