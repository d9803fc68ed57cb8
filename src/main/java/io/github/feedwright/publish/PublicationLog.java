package io.github.feedwright.publish;

import io.github.feedwright.edition.Edition;
import io.github.feedwright.web.PublicationCount;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each published change. */
final class PublicationLog {
  private static final Logger LOG = LoggerFactory.getLogger(PublicationLog.class);

  private PublicationLog() {}

  /**
   * An edition is served.
   *
   * @param before the edition before it, or null; the same object if nothing has changed
   * @param since when its change was noticed
   * @return what was published so far
   */
  @SuppressWarnings("ReferenceEquality")
  static PublicationCount add(
      PublicationCount published,
      @Nullable Edition before,
      Edition edition,
      Instant since,
      Instant now) {
    Edition.Changed changed = edition.changed();
    if (edition == before) {
      return published;
    }
    Duration time = Duration.between(since, now);
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
