package io.github.feedwright.post.reading;

import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a file that was read as a post. */
public sealed interface ParsedPost {
  /**
   * A post, which may be hidden.
   *
   * @param post the post
   * @param problems what of it was not understood
   * @param ahead what to report while its last change lies in the future, or null
   */
  record Understood(Post post, List<Problem> problems, @Nullable Problem ahead)
      implements ParsedPost {
    public Understood {
      problems = List.copyOf(problems);
    }
  }

  /**
   * A post that cannot be read, or that nothing dates: it is not published, and its last good
   * version stays up.
   *
   * @param problems why, at least one
   * @param isUndated whether all of it was understood, and there is no date: then it is no draft.
   *     One that is not understood ({@code TBD}) may be that of an unfinished post
   */
  record Refused(List<Problem> problems, boolean isUndated) implements ParsedPost {
    public Refused {
      problems = List.copyOf(problems);
    }

    /** Of a post that was not understood. */
    public Refused(List<Problem> problems) {
      this(problems, false);
    }
  }

  /**
   * A file without front matter. It is none of our business, unless it was a post before: then its
   * front matter was lost, not taken away, and its last good version stays up.
   *
   * @param lost what to say in that case
   */
  record WithoutFrontMatter(Problem lost) implements ParsedPost {}

  /** A file that is none of our business: a page. */
  record NotAPost() implements ParsedPost {}
}
