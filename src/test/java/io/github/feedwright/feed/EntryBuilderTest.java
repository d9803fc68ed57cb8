package io.github.feedwright.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.ContentRenderer;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Posts;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Person;
import io.github.feedwright.settings.Settings;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a post on its way to every feed that it is in. */
final class EntryBuilderTest {
  private static final Settings SETTINGS = Posts.settings();

  private static Entry entry(String path, String frontMatter) {
    Post post = Posts.post(path, frontMatter);
    Library library = Posts.emptyLibrary(SETTINGS).with(post);
    Content content =
        new ContentRenderer(SETTINGS)
            .render(post, "https://blog.example.org/a/", library, () -> false);
    return new EntryBuilder(SETTINGS).entry(library, post, content);
  }

  @ParameterizedTest
  @CsvSource({
    "date: 2024-02-01 10:00:07 +0200, 2024-02-01T10:00:07+02:00",
    "date: 2024-02-01 10:00:00 +0200, 2024-02-01T10:00:00+02:00",
    "date: 2024-02-01 10:00, 2024-02-01T10:00Z",
    "date: 2024-02-01, 2024-02-01T00:00Z",
    "date: 2024-02-01T10:00:07.25Z, 2024-02-01T10:00:07.25Z",
    "'date: 2024-02-01\nupdated: 2024-03-02T04:05:06Z', 2024-03-02T04:05:06Z",
  })
  void updatedIsExactlyTheMomentThatItsAuthorSays(String dates, OffsetDateTime moment) {
    assertThat(entry("one.md", "title: One\n" + dates).updated()).isEqualTo(moment);
  }

  @Test
  void namesAreOneLineOfWhatMayStandInAFeed() {
    Entry entry =
        entry(
            "one.md",
            """
            title: One
            date: 2024-02-01
            author: ["Pat O\\x92Brien", "\\u00a0"]
            tags: ["caf\\x92s\\nof \\u202eold \\ufffd"]
            """);
    assertThat(entry.authors()).extracting(Person::name).containsExactly("Pat O’Brien");
    assertThat(entry.categories()).extracting(Category::label).containsExactly("caf’s of old ?");
  }

  @Test
  void aNoteWithoutATitleHasNone() {
    Entry entry = entry("2024-02-01-093000.md", "date: 2024-02-01");
    assertThat(entry.title()).isNull();
    assertThat(entry.titleOrFirstWords()).isEqualTo(entry.summary()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'<b></b>'", "'&nbsp;'", "\"\\u202e\"", "\"\\u00a0\"", "'<br>'"})
  void aTitleWithoutAnyTextIsTheWordsOfTheFilesName(String title) {
    assertThat(entry("2024-02-01-a-walk.md", "title: " + title).title()).isEqualTo("A walk");
  }
}
