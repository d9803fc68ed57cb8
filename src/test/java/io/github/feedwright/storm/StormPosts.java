package io.github.feedwright.storm;

import io.github.feedwright.site.RunningSite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Posts that tell whether one sees the whole of them: each begins and ends with its version. */
final class StormPosts {
  private static final Pattern BODY =
      Pattern.compile("BEGIN (\\S+) (?:(?!BEGIN |END ).)*+END (\\S+) ", Pattern.DOTALL);
  private static final Pattern MARK = Pattern.compile("(BEGIN|END) \\S+ ");
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
    Matcher body = BODY.matcher(feed);
    int whole = 0;
    while (body.find()) {
      if (!body.group(1).equals(body.group(2))) {
        return "half of two versions: " + body.group(1) + " and " + body.group(2);
      }
      whole++;
    }
    long marks = MARK.matcher(feed).results().count();
    if (marks != 2L * whole) {
      return "half a post: " + marks + " marks of " + whole + " whole posts";
    }
    return whole == 0 ? "no post at all" : "";
  }
}
