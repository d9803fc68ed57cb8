package io.github.feedwright.content;

import io.github.feedwright.content.dialect.PlainText;
import io.github.feedwright.content.html.Summary;
import io.github.feedwright.post.Post;
import org.jspecify.annotations.Nullable;

/** What a post is called. A short note may have no title, only a text. */
public final class PostTitle {
  private PostTitle() {}

  /**
   * The title as plain text, or null if the post has none.
   *
   * @param summary the post's summary; a post without title and summary is called by its file name
   */
  public static @Nullable String of(Post post, String summary) {
    String title = PlainText.title(post);
    if (!title.isEmpty()) {
      return title;
    }
    return summary.isEmpty() ? post.stem() : null;
  }

  /** The title, else the first words of the summary, for what needs a title (Atom, pages). */
  public static String orFirstWords(@Nullable String title, String summary) {
    return title == null ? Summary.firstWords(summary) : title;
  }
}
