package io.github.feedwright.bench;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;

/** Posts of some 6,000 characters with a little of everything, the same at every run. */
final class SamplePosts {
  static final Settings SETTINGS = SettingsReader.defaults(Path.of("content"), FeedFormats.names());

  private static final PostParser PARSER = new PostParser(SETTINGS, Authors.none());

  private static final String SECTION =
      """
      ## What the %1$d. section is about

      A paragraph with *emphasis*, **more of it**, `some code`, [a link](https://example.org/%1$d) and
      words enough to be read as one: a feed reader shows them, a planet takes them over, and a
      writer would like both to look as they did at home.

      * an item with [another link](../part-%1$d/),
      * one with `code`,
        * and one below it.

      > A quotation, since there always is one.

      | name | count |
      |------|-------|
      | one  | %1$d  |

      ```java
      int answer = %1$d;
      ```

      """;

  private SamplePosts() {}

  /** A post of a number, with one of 20 categories and three of 200 tags. */
  static Post post(int number) {
    return parsed(number, "Post " + number);
  }

  /** A post of a number, as it is after an edit. */
  static Post edited(int number) {
    return parsed(number, "Post " + number + ", edited");
  }

  static String body(int number) {
    StringBuilder text = new StringBuilder();
    for (int section = 0; section < 9; section++) {
      text.append(SECTION.formatted(number + section));
    }
    return text.toString();
  }

  private static Post parsed(int number, String title) {
    String text =
        "---\ntitle: %s\ndate: %s\ncategory: c%d\ntags: [t%d, t%d, t%d]\nauthor: Ada\n---\n%s"
            .formatted(
                title,
                LocalDate.of(2000, 1, 1).plusDays(number % 9_000),
                number % 20,
                number % 200,
                number * 7 % 200,
                number * 31 % 200,
                body(number));
    ParsedPost reading =
        PARSER.parse("post-" + number + ".md", text.getBytes(StandardCharsets.UTF_8));
    if (reading instanceof ParsedPost.Understood understood) {
      return understood.post();
    }
    throw new IllegalStateException(reading.toString());
  }
}
