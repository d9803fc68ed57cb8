package io.github.feedwright.bench;

import io.github.feedwright.content.ContentRenderer;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.feed.EntryBuilder;
import io.github.feedwright.feed.Feed;
import io.github.feedwright.feed.FeedBuilder;
import io.github.feedwright.format.FeedFormat;
import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.format.Fragment;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it saves that an entry is written once and stands in many feeds. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class DocumentBenchmark {
  private static final int WINDOW = 20;

  /** The notation. */
  @Param({"rss", "atom", "json"})
  public String format;

  private final Feed feed = feed();
  private FeedFormat notation = FeedFormats.all().get(0);
  private List<Fragment> written = List.of();

  private static Feed feed() {
    Library library = Library.empty(SamplePosts.SETTINGS, path -> false);
    for (int number = 0; number < WINDOW; number++) {
      library = library.with(SamplePosts.post(number));
    }
    ContentRenderer renderer = new ContentRenderer(SamplePosts.SETTINGS);
    EntryBuilder builder = new EntryBuilder(SamplePosts.SETTINGS);
    List<Entry> entries = new ArrayList<>();
    for (Post post : library.syndicated().newest(WINDOW)) {
      String address = "https://blog.example.org" + library.permalink(post);
      entries.add(
          builder.entry(library, post, renderer.render(post, address, library, () -> false)));
    }
    FeedBuilder feeds = new FeedBuilder(SamplePosts.SETTINGS);
    var site = io.github.feedwright.feed.Scope.SITE;
    return feeds.feed(
        feeds.channel(library, site), site, entries, io.github.feedwright.feed.ArchiveLinks.NONE);
  }

  @Setup
  public void write() {
    notation = FeedFormats.of(List.of(format)).get(0);
    written = feed.entries().stream().map(notation::entry).toList();
  }

  /** A document of twenty entries that were written before. */
  @Benchmark
  public byte[] entriesAtHand() {
    return notation.document(feed, written).toArray();
  }

  /** The same, with every entry written now. */
  @Benchmark
  public byte[] entriesWrittenNow() {
    return notation.document(feed, feed.entries().stream().map(notation::entry).toList()).toArray();
  }
}
