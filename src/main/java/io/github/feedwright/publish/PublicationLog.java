package io.github.feedwright.publish;

import io.github.feedwright.edition.Edition;
import io.github.feedwright.edition.EditionDifference;
import io.github.feedwright.thread.PublishingThread;
import io.github.feedwright.web.PublicationCount;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each published change.
 *
 * <p>Threads: only {@code publish}.
 */
@PublishingThread
final class PublicationLog {
  private static final Logger LOG = LoggerFactory.getLogger(PublicationLog.class);

  private PublicationLog() {}

  /**
   * An edition is served.
   *
   * @param was what was served before; its edition is the same object if nothing has changed
   * @param since when the change was noticed
   * @return what was published so far
   */
  @SuppressWarnings("ReferenceEquality")
  static PublicationCount add(
      PublicationCount published, ServedState was, ServedState is, Instant since, Instant now) {
    Edition before = was.edition();
    Edition edition = Objects.requireNonNull(is.edition());
    if (edition == before) {
      return published;
    }
    Duration time = Duration.between(since, now);
    Edition.Changed changed =
        before == null || was.runtime() == is.runtime()
            ? edition.changed()
            : EditionDifference.between(
                was.runtime().pipeline(), before, is.runtime().pipeline(), edition);
    if (before != null && changed.posts() + changed.feeds() > 0) {
      LOG.info("{}", line(changed, time));
    }
    return published.and(time);
  }

  static String line(Edition.Changed changed, Duration time) {
    return "published %s, %s changed, %d ms"
        .formatted(
            counted(changed.posts(), "post"), counted(changed.feeds(), "feed"), time.toMillis());
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
