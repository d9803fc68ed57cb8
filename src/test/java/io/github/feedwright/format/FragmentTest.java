package io.github.feedwright.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.feed.Entry;
import io.github.feedwright.text.Piece;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FragmentTest {
  @ParameterizedTest
  @EnumSource
  void rssAndAtomHoldTheHtmlOnce(Cases each) {
    for (Entry entry : each.feed().entries()) {
      Fragment rss = new RssFormat().entry(entry);
      Fragment atom = new AtomFormat().entry(entry);
      Fragment shared = atom.sharing(rss);
      assertThat(shared).isEqualTo(atom);
      if (entry.html() != null && !entry.html().isBlank()) {
        assertThat(htmlOf(shared)).isSameAs(htmlOf(rss)).isNotSameAs(htmlOf(atom));
      }
    }
  }

  private static Piece htmlOf(Fragment fragment) {
    List<Piece> parts = fragment.parts();
    assertThat(parts).hasSize(3);
    return parts.get(1);
  }
}
