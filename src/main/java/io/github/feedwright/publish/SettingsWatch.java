package io.github.feedwright.publish;

import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.HttpSettings;
import io.github.feedwright.settings.MonitoringSettings;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsResult;
import io.github.feedwright.source.WatchedFile;
import io.github.feedwright.thread.PublishingThread;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices a changed configuration. */
@PublishingThread
final class SettingsWatch {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsWatch.class);

  private static final Duration RETRY = Duration.ofSeconds(1);

  private final SettingsSource source;
  private final @Nullable WatchedFile file;
  private @Nullable Path wordsFile;
  private @Nullable WatchedFile words;
  private List<Problem> problems = List.of();
  private long readAt;
  private boolean isAsked;

  SettingsWatch(SettingsSource source) {
    this.source = source;
    Path path = source.file();
    this.file = path == null ? null : new WatchedFile(path);
  }

  /**
   * Returns the settings if they have changed and are valid, else null: then the previous ones stay
   * in effect.
   */
  @Nullable Settings poll(Settings former) {
    boolean isOutdated = pollWords(former.site().words().file()) || isAsked || mayBeFixed();
    if (file == null || !(file.poll() || isOutdated)) {
      return null;
    }
    readAt = System.nanoTime();
    boolean wasAsked = isAsked;
    isAsked = false;
    SettingsResult reading = source.read();
    if (reading instanceof SettingsResult.Invalid invalid) {
      if (wasAsked || !problems.equals(invalid.problems())) {
        LOG.error("The configuration is not valid; the previous one stays in effect.");
      }
      problems = invalid.problems();
      return null;
    }
    boolean wasInvalid = !problems.isEmpty();
    problems = List.of();
    Settings settings = ((SettingsResult.Valid) reading).settings();
    if (settings.equals(former)) {
      if (wasInvalid) {
        LOG.info("The configuration is valid again, and the same as before.");
      } else if (wasAsked) {
        LOG.info("The configuration has been read again; nothing in it has changed.");
      }
      return null;
    }
    LOG.info("The configuration has changed; rebuilding the site.");
    hintToRestart(former.http(), settings.http());
    hintToRestart(former.monitoring(), settings.monitoring());
    return settings;
  }

  /** The words of pages are part of the settings, though in a file of their own. */
  private boolean pollWords(@Nullable Path now) {
    if (!Objects.equals(now, wordsFile)) {
      wordsFile = now;
      words = now == null ? null : new WatchedFile(now);
      // It was read before it was watched, and may have changed in between.
      return now != null;
    }
    return words != null && words.poll();
  }

  /** Reads it at the next check, even if the file looks the same. */
  void ask() {
    isAsked = true;
  }

  /** Something that it names may have appeared since: a directory, the authors file. */
  private boolean mayBeFixed() {
    return !problems.isEmpty() && System.nanoTime() - readAt > RETRY.toNanos();
  }

  private static void hintToRestart(HttpSettings former, HttpSettings changed) {
    if (!former.host().equals(changed.host()) || former.port() != changed.port()) {
      LOG.warn(
          "http.host and http.port take effect at restart; until then, the server keeps its"
              + " address.");
    }
  }

  private static void hintToRestart(MonitoringSettings former, MonitoringSettings changed) {
    if (!Objects.equals(former.metrics(), changed.metrics())
        || former.log().access() != changed.log().access()) {
      LOG.warn("metrics and log.access take effect at restart.");
    }
  }

  /** The problems of the current file. */
  List<Problem> problems() {
    return problems;
  }
}
