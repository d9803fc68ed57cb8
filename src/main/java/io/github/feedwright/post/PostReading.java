package io.github.feedwright.post;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of a file that was read as a post. */
public sealed interface PostReading {
  /**
   * A post, which may be hidden.
   *
   * @param post the post
   * @param problems what of it was not understood
   * @param ahead what to report while its last change lies in the future, or null
   */
  record Understood(Post post, List<Problem> problems, @Nullable Problem ahead)
      implements PostReading {
    public Understood {
      problems = List.copyOf(problems);
    }
  }

  /**
   * A post that cannot be read, or that nothing dates: it is not published, and its last good
   * version stays up.
   *
   * @param problems why, at least one
   */
  record Refused(List<Problem> problems) implements PostReading {
    private static final Set<Kind> UNDERSTOOD = Set.of(Kind.DATE, Kind.FIELD);

    public Refused {
      problems = List.copyOf(problems);
    }

    /** Whether all of it was understood, and only a date is missing: then it is no draft. */
    public boolean isUndated() {
      return problems.stream().map(Problem::kind).anyMatch(Kind.DATE::equals)
          && problems.stream().map(Problem::kind).allMatch(UNDERSTOOD::contains);
    }
  }

  /**
   * A file without front matter. It is none of our business, unless it was a post before: then its
   * front matter was lost, not taken away, and its last good version stays up.
   *
   * @param lost what to say in that case
   */
  record WithoutFrontMatter(Problem lost) implements PostReading {}

  /** A file that is none of our business: a page. */
  record NotAPost() implements PostReading {}
}
