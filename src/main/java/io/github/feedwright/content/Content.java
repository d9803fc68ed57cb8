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
 * @param html the whole post, without its separator
 * @param excerptHtml the part before the separator, or null if there is none
 * @param summary plain text: the author's summary, else the text of the excerpt or of the first
 *     paragraph, of the latter at most 300 characters; empty only for a post without text and title
 * @param image the absolute address of the image that represents the post, or null
 * @param media the enclosures, with absolute addresses, known lengths and types
 * @param uses what the text linked to, and what that was: the rendering is valid while these are
 *     unchanged
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

  /** Whether this rendering is still valid, given what its text links to now. */
  public boolean holds(Targets targets) {
    return uses.stream().allMatch(use -> use.holds(targets));
  }
}
