package io.github.feedwright.bench;

import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import io.github.feedwright.content.Content;
import io.github.feedwright.content.ContentRenderer;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What guards, cleaning, addresses and excerpts add to the libraries that a post goes through. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class RenderingBenchmark {
  private static final DataHolder OPTIONS =
      new MutableDataSet()
          .set(
              Parser.EXTENSIONS,
              List.of(
                  TablesExtension.create(), TaskListExtension.create(), FootnoteExtension.create()))
          .toImmutable();

  private final Post post = SamplePosts.post(1);
  private final Library library = Library.empty(SamplePosts.SETTINGS, path -> false).with(post);
  private final ContentRenderer renderer = new ContentRenderer(SamplePosts.SETTINGS);
  private final Parser markdown = Parser.builder(OPTIONS).build();
  private final HtmlRenderer html = HtmlRenderer.builder(OPTIONS).build();

  /** Markdown to HTML, read and written once more: the floor. */
  @Benchmark
  public String librariesAlone() {
    return Jsoup.parseBodyFragment(html.render(markdown.parse(post.body().text()))).body().html();
  }

  /** All that a post goes through. */
  @Benchmark
  public Content post() {
    return renderer.render(post, "https://blog.example.org/a/", library, () -> false);
  }
}
