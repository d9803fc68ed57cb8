package io.github.feedwright.content;

import io.github.feedwright.content.url.Reference;
import io.github.feedwright.library.Targets;
import io.github.feedwright.problem.Problem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rendered post: clean HTML in which every URL is absolute.
 *
 * @param html the whole post, its separator not in it
 * @param excerptHtml what stands before the separator, or null where the post has none
 * @param summary plain text: what the author gives, else the excerpt's or first paragraph's text,
 *     at most 300 characters of the latter; empty only for a post without text
 * @param image the absolute address of the image that stands for the post, or null
 * @param media the enclosures, with absolute addresses, known lengths and types
 * @param uses what the text pointed at and what that was: the rendering holds while these do
 * @param problems what was not understood or was removed
 */
public record Content(
    String html,
    @Nullable String excerptHtml,
    String summary,
    @Nullable String image,
    List<Media> media,
    Set<Reference> uses,
    List<Problem> problems) {
  public Content {
    media = List.copyOf(media);
    uses = Set.copyOf(uses);
    problems = List.copyOf(problems);
  }

  /** Whether this rendering is still right, given what its text points at now. */
  public boolean holds(Targets targets) {
    return uses.stream().allMatch(use -> use.holds(targets));
  }
}
