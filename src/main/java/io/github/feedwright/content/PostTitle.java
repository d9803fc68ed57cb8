package io.github.feedwright.content;

import io.github.feedwright.content.dialect.PlainText;
import io.github.feedwright.content.html.Summary;
import io.github.feedwright.post.Post;
import org.jspecify.annotations.Nullable;

/** What a post is called. A short note may have no title, only a text. */
public final class PostTitle {
  private PostTitle() {}

  /** The title that the author wrote, as plain text, or null. */
  public static @Nullable String written(Post post) {
    String title = PlainText.title(post);
    return title.isEmpty() ? null : title;
  }

  /**
   * The title as plain text, or null if the post has none.
   *
   * @param summary the post's summary; a post without title and summary is called by its file name
   */
  public static @Nullable String of(Post post, String summary) {
    String title = written(post);
    return title == null && summary.isEmpty() ? post.stem() : title;
  }

  /** The title, else the first words of the summary, for what needs a title (Atom, pages). */
  public static String orFirstWords(@Nullable String title, String summary) {
    return title == null ? Summary.firstWords(summary) : title;
  }

  /** The summary without the words that {@link #orFirstWords} took from it. */
  public static String remainder(@Nullable String title, String summary) {
    return title == null ? Summary.afterFirstWords(summary) : summary;
  }
}
