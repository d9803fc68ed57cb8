package io.github.feedwright.content;

import io.github.feedwright.content.markdown.MarkdownRenderer;
import io.github.feedwright.library.Targets;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import java.util.function.BooleanSupplier;

/**
 * Renders posts: shortcodes, Markdown, clean HTML with absolute URLs, excerpt, summary, media.
 *
 * <p>The result depends only on the post, its address, the targets and the settings. Hostile text
 * recurses deeply: call it on a thread with a large stack (256 MiB are enough for every text of 1
 * MiB).
 */
public final class ContentRenderer {
  private final Settings settings;
  private final MarkdownRenderer markdown;

  /** A renderer for one configuration. Threads may share it. */
  public ContentRenderer(Settings settings) {
    this.settings = settings;
    this.markdown = new MarkdownRenderer(settings.limits(), settings.posts().written().markdown());
  }

  /**
   * Renders a post before a deadline.
   *
   * @param address the post's permalink, absolute
   * @param targets what its text may link to
   * @param expired whether the deadline has passed; called now and then
   * @return the content; if the text cannot be rendered within the limits or the deadline, the text
   *     itself, with an error among the problems
   */
  public Content render(Post post, String address, Targets targets, BooleanSupplier expired) {
    return new PostRendering(settings, markdown, post, address, targets, expired).content();
  }
}
