package io.github.feedwright.storm;

import io.github.feedwright.site.RunningSite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Posts that tell whether one sees the whole of them: each begins and ends with its version. */
final class StormPosts {
  private static final String FILLER = "Words that stand between two marks. ".repeat(60);

  private StormPosts() {}

  /** The file of a post. */
  static String name(int number) {
    return "post-" + number + ".md";
  }

  /**
   * A version of a post; its terms never change, so that no term is ever emptied. Of five, the
   * first has another address in each version, and the second links to it.
   */
  static String text(int number, String version) {
    String mark = number + "/" + version;
    return """
        ---
        title: Post %d
        date: %s
        author: ada
        categories: [storms]
        tags: [weather, t%d]
        slug: %s
        ---

        A post of a storm. %s

        BEGIN %s %s

        %s END %s .
        """
        .formatted(
            number,
            LocalDate.of(2014, 1, 1).plusDays(number % 3000),
            number % 3,
            number % 5 == 0 ? "post-" + number + "-" + version : "post-" + number,
            number % 5 == 1 ? "[The last](post-%d.md).".formatted(number - 1) : "",
            mark,
            FILLER,
            FILLER,
            mark);
  }

  /** Writes posts, the first of the given number. */
  static void write(Path directory, int first, int count, String version) throws IOException {
    for (int number = first; number < first + count; number++) {
      RunningSite.write(directory, name(number), text(number, version));
    }
  }

  /** What is wrong with a feed, as a sentence, or an empty text. */
  static String fault(String feed) {
    List<String> posts = List.of(feed.split("BEGIN ", -1));
    for (String post : posts.subList(1, posts.size())) {
      int end = post.indexOf("END ");
      if (end < 0 || post.indexOf("END ", end + 1) >= 0) {
        return "half a post: BEGIN " + post;
      }
      if (!word(post, 0).equals(word(post, end + "END ".length()))) {
        return "half of two versions: BEGIN " + post;
      }
    }
    if (posts.get(0).contains("END ")) {
      return "half a post: " + posts.get(0);
    }
    return posts.size() == 1 ? "no post at all" : "";
  }

  private static String word(String text, int from) {
    int end = text.indexOf(' ', from);
    return text.substring(from, end < 0 ? text.length() : end);
  }
}
