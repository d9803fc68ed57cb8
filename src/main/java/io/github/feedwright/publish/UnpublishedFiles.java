package io.github.feedwright.publish;

import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.intake.state.Unpublished;
import io.github.feedwright.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Finds the files of a directory that are not published, without rendering a post. */
public final class UnpublishedFiles {
  private UnpublishedFiles() {}

  /** The files of a directory as it is now that are not published, by path. */
  public static List<Unpublished> of(Settings settings, Clock clock) {
    Instant now = clock.instant();
    return SitePosts.read(settings, now, PublishedPosts.NONE).fileState().unpublished(now);
  }
}
