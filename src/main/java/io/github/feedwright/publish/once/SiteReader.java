package io.github.feedwright.publish.once;

import io.github.feedwright.history.GitHistory;
import io.github.feedwright.intake.CommitWatch;
import io.github.feedwright.intake.FileIngester;
import io.github.feedwright.intake.reading.KeptReadings;
import io.github.feedwright.intake.settings.LoadedAuthors;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.Listing;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.web.cache.RepresentationCache;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.TreeSet;

/** Reads a directory of posts once, as it is at one instant. */
final class SiteReader {
  private SiteReader() {}

  /**
   * What was read.
   *
   * @param listing the files of the directory
   * @param problems of the directory, the authors, the words and the commits; those of posts are in
   *     the file state
   * @param readings to be written when there is time
   */
  record Found(Listing listing, Collection<Problem> problems, KeptReadings readings) {}

  /**
   * Takes all files of the directory into an empty file state.
   *
   * @param store of what was read before
   */
  static Found read(
      Settings settings,
      FileState files,
      RepresentationCache representations,
      CacheStore store,
      Instant now) {
    LoadedAuthors authors = LoadedAuthors.authors(settings);
    Collection<Problem> problems = new TreeSet<>(authors.problems());
    problems.addAll(settings.site().words().problems());
    SourceTree tree = new SourceTree(settings.posts().directory());
    Listing listing = tree.list();
    problems.addAll(listing.problems());
    PostParser parser = new PostParser(settings, authors.authors());
    KeptReadings readings = KeptReadings.of(store, settings, authors.authors());
    new FileIngester(settings, tree, parser, readings, files, representations)
        .takeAll(listing, now);
    GitHistory history = CommitWatch.history(settings);
    if (history != null) {
      GitHistory.Reading reading = history.read(Clock.fixed(now, ZoneOffset.UTC));
      files.put(reading.dates());
      problems.addAll(reading.problems());
    }
    return new Found(listing, problems, readings);
  }
}
