package io.github.feedwright.post.reading;

import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of reading a file as a post. */
public sealed interface ParsedPost {
  /**
   * A valid post, which may be hidden.
   *
   * @param post the post
   * @param problems what in it was not understood
   * @param ahead what to report while its last change lies in the future, or null
   */
  record Understood(Post post, List<Problem> problems, @Nullable Problem ahead)
      implements ParsedPost {
    public Understood {
      problems = List.copyOf(problems);
    }
  }

  /**
   * A post that cannot be read, or has no date: it is not published, and its last good version
   * stays up.
   *
   * @param problems why, at least one
   * @param isUndated whether all of it was understood and only a date is missing: then it is not a
   *     draft. A date that is not understood ({@code TBD}) may mark an unfinished post
   * @param page the page that it is for its generator, or null
   */
  record Refused(List<Problem> problems, boolean isUndated, @Nullable Post page)
      implements ParsedPost {
    public Refused {
      problems = List.copyOf(problems);
    }

    /** For a post that was not understood. */
    public Refused(List<Problem> problems) {
      this(problems, false, null);
    }

    /** The same of a page, if it was understood. */
    Refused of(Post page) {
      return new Refused(problems, isUndated, isUndated ? page : null);
    }
  }

  /**
   * A file without front matter. It is ignored, unless it was a post before: then its front matter
   * was lost by mistake, and its last good version stays up.
   *
   * @param lost the problem to report in that case
   */
  record WithoutFrontMatter(Problem lost) implements ParsedPost {}

  /**
   * A file that is not a post but a page; it is ignored.
   *
   * @param page the page, if links to it are to lead to its address
   */
  record NotAPost(@Nullable Post page) implements ParsedPost {
    /** For a file that is no page, or about which nothing is known. */
    public NotAPost() {
      this(null);
    }
  }

  /** The page of the site that the file is; null if it is a post, or nothing. */
  default @Nullable Post page() {
    return this instanceof NotAPost none
        ? none.page
        : this instanceof Refused refused ? refused.page : null;
  }
}
