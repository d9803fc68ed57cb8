package io.github.feedwright.edition.continuity;

import io.github.feedwright.identity.PublishedPost;
import io.github.feedwright.identity.PublishedPost.Origin;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.library.Library;
import io.github.feedwright.migration.Adoption;
import io.github.feedwright.migration.FormerEntry;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.thread.PublishingThread;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the subscribers of a former feed were shown, as far as it can be read from that feed. */
@PublishingThread
public final class FormerlyShown {
  private final Library library;
  private final FileState fileState;
  private final Map<String, FormerEntry> entries = new HashMap<>();
  private PublishedPosts shown = PublishedPosts.NONE.withRules("a feed");

  private FormerlyShown(Library library, FileState fileState) {
    this.library = library;
    this.fileState = fileState;
  }

  /**
   * Finds the post of each entry: by id, else as {@code adopt} matches them. If the former feed has
   * as many entries as ours, posts that are older than all of them may have been in it earlier.
   */
  public static PublishedPosts of(
      Settings settings, Library library, FileState fileState, List<FormerEntry> feed) {
    FormerlyShown former = new FormerlyShown(library, fileState);
    feed.forEach(entry -> former.entries.putIfAbsent(entry.id(), entry));
    List<Post> others = new ArrayList<>();
    for (Post post : library.all()) {
      FormerEntry entry = former.entries.remove(library.guid(post));
      entry = entry == null ? former.entries.remove(library.id(post)) : entry;
      if (entry == null) {
        others.add(post);
      } else {
        former.add(post, entry, library.guid(post));
      }
    }
    Adoption.of(library, settings, former.entries.values())
        .matched()
        .forEach((entry, post) -> former.add(post, entry, entry.id()));
    OffsetDateTime oldest = former.oldest();
    if (feed.size() >= settings.feeds().items()) {
      others.stream()
          .filter(post -> post.dates().published().isBefore(oldest))
          .filter(post -> former.shown.of(post.path()) == null)
          .forEach(post -> former.add(post, null, library.guid(post)));
    }
    return former.shown;
  }

  /**
   * The date of an entry; our date if the entry has none, or differs only in fractions that feeds
   * leave out.
   */
  private static OffsetDateTime date(@Nullable OffsetDateTime entry, OffsetDateTime ours) {
    return entry == null || Duration.between(entry, ours).abs().compareTo(Duration.ofSeconds(1)) < 0
        ? ours
        : entry;
  }

  private OffsetDateTime oldest() {
    return shown.all().stream()
        .map(PublishedPost::published)
        .min(OffsetDateTime.timeLineOrder())
        .orElse(OffsetDateTime.MIN);
  }

  private void add(Post post, @Nullable FormerEntry entry, String id) {
    OffsetDateTime published = post.dates().published();
    OffsetDateTime updated = post.dates().updated();
    shown =
        shown.with(
            new PublishedPost(
                post.path(),
                id,
                Origin.NAME,
                entry == null ? published : date(entry.published(), published),
                entry == null ? updated : date(entry.updated(), updated),
                post.title(),
                fileState.textHash(post.path()),
                library.permalink(post),
                null,
                Set.of(),
                false));
  }
}
