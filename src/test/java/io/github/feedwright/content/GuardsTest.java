package io.github.feedwright.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.library.Posts;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Level;
import io.github.feedwright.text.Escape;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that a parser would take minutes, gigabytes or a deep stack for. */
@Execution(ExecutionMode.CONCURRENT)
final class GuardsTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int STACK = 256 << 20;

  private static final String TITLE = "{{ page.title }}";
  private static final String REPEATED = TITLE.repeat(20_000);
  private static final String END = "{% endhighlight %}";
  private static final String BLOCKS =
      "{% raw %}{% comment %}{% highlight a %}{% code %}{% codeblock %}{% quote %}"
          + "{{% raw %}}{{% comment %}}{{% highlight a %}}{{% codeblock %}}";

  private final Rendered post = Rendered.plain();

  static Stream<Arguments> hostile() {
    List<String> parts =
        List.of(
            "_",
            "*",
            "* ",
            ">",
            "- ",
            "- [ ] ",
            "[",
            "![",
            "`",
            "<",
            "<!--",
            "<b>",
            "<T>",
            "<div>",
            "a**b c* ",
            "*a _b ",
            "[a](",
            "[a]: /x\n",
            "[^a]: [^a]\n",
            "|a",
            "|a|b|\n|-|-|\n",
            "#a\n",
            "\ta\n",
            "a@b.",
            "http://a ",
            "&amp;",
            "{% raw %}",
            "{{ x }} ",
            "<%",
            "<%= x %> ",
            "<!-- -- `",
            "<!-- -- ` -->",
            "{::comment}",
            "{::comment}`{:/}",
            "{::nomarkdown}<b>*{:/}",
            "{% comment %}",
            "{% comment %}`{% endcomment %}",
            "*a*{: hidden}",
            "a\n{: hidden}\n",
            "{: style=\"",
            "<b hidden>a</b>",
            "{/* ",
            "{# ",
            "<img src='data:x'>");
    return parts.stream()
        .flatMap(part -> Stream.of(8 << 10, 256 << 10).map(size -> Arguments.of(part, size)));
  }

  @ParameterizedTest(name = "{0} up to {1}")
  @MethodSource
  void hostile(String part, int size) throws Exception {
    FutureTask<Duration> task =
        new FutureTask<>(() -> rendering(part.repeat(size / part.length())));
    new Thread(null, task, "rendering", STACK).start();
    assertThat(task.get(60, TimeUnit.SECONDS)).isLessThan(SOON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!--",
        "<!-- -- -->",
        "{::comment}",
        "{::nomarkdown}",
        "{% comment %}",
        "{% comment %}{% endcomment %}{% comment %}",
        "<%",
        "{/*"
      })
  void signsOfCommentsInCode(String sign) throws Exception {
    String body = ("```\n" + sign + "\n```\n").repeat(6_600);
    FutureTask<Duration> task = new FutureTask<>(() -> rendering(body));
    new Thread(null, task, "rendering", STACK).start();
    assertThat(task.get(60, TimeUnit.SECONDS)).isLessThan(Duration.ofSeconds(3));
    assertThat(post.of(body).problems()).isEmpty();
  }

  private Duration rendering(String body) {
    Content content = post.of(body);
    assertThat(content.html()).isNotNull();
    return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
  }

  @ParameterizedTest
  @ValueSource(strings = {"$a ", "$a$", "$$", "$$a\n", "\\(", "\\[a\n", "\\begin{a}", "> $$a\n"})
  void tex(String part) throws Exception {
    Rendered math = Rendered.with("content: {math: on}");
    FutureTask<Duration> task =
        new FutureTask<>(
            () -> {
              assertThat(math.of(part.repeat((256 << 10) / part.length())).html()).isNotNull();
              return Duration.ofNanos(
                  ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
            });
    new Thread(null, task, "rendering", STACK).start();
    assertThat(task.get(60, TimeUnit.SECONDS)).isLessThan(SOON);
  }

  static Stream<Arguments> shortcodes() {
    String blanks = " ".repeat(960);
    return Stream.of(
        text("titles of tags", "'" + "<b>".repeat(10_000) + "</i>".repeat(7_000) + "'", TITLE, 300),
        text("filters of a title", "t".repeat(60_000), chain("t"), 900),
        text("blanks in tags", "T", "{% raw %}\n{% code %}\n{{%-" + blanks + "1%}}\n", 900),
        text("tags without an end", "T", BLOCKS + "{{%".repeat(300_000), 1),
        text("blanks in the words of images", "T", "{% img a.png 'x" + blanks + "y' %}\n", 1_000),
        text("long addresses of works", "T", quotation("a".repeat(950)), 1_000),
        text("blanks in code", "T", "{% highlight a %}a" + blanks.repeat(800) + "b" + END, 1),
        text("a long separator", "T\nexcerpt_separator: '" + "[".repeat(60_000) + "'", "a", 1),
        text("shortcodes of one name", "T", "[gallery] ", 104_000),
        text("blanks in a separator", "T", "<!--more" + blanks.repeat(1_000), 1));
  }

  private static Arguments text(String name, String title, String part, int times) {
    return Arguments.of(name, title, part, times);
  }

  private static String chain(String last) {
    return "{{ page.title" + "|escape".repeat(138) + "|" + last + "}}";
  }

  private static String quotation(String address) {
    return "{% quote http://" + address + "\nb %}{% endquote %}";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void shortcodes(String name, String title, String part, int times) throws Exception {
    Post hostile =
        Posts.post(
            Posts.settings(),
            "2024-01-01-a.html",
            "title: " + title + "\ndate: 2024-01-01",
            part.repeat(times));
    FutureTask<Duration> task = new FutureTask<>(() -> rendering(hostile));
    new Thread(null, task, "rendering", STACK).start();
    assertThat(task.get(60, TimeUnit.SECONDS)).as(name).isLessThan(Duration.ofSeconds(3));
  }

  private Duration rendering(Post hostile) {
    assertThat(post.render(hostile).html()).isNotNull();
    return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
  }

  @Test
  void titlesThatAreNamedTooOftenAreNotWritten() {
    String title = "t".repeat(60_000);
    Content content =
        post.render(
            Posts.post(
                Posts.settings(), "a.html", "title: " + title + "\ndate: 2024-01-01", REPEATED));
    assertThat(content.html()).isEqualTo("<pre>" + REPEATED + "</pre>");
    assertThat(content.problems())
        .extracting(Object::toString)
        .containsExactly(
            "a.html:5: error: the post is shown as plain text, because its HTML is larger than"
                + " 4194304 bytes (limits.html); simplify or split it");
  }

  @Test
  void aFieldIsNoLongerThanFrontMatterMayBe() {
    String title = "t".repeat(30_000);
    String fields = "title: " + title + "\ndate: 2024-01-01\nimage: '" + TITLE.repeat(3) + "'";
    Content content = post.render(Posts.post(Posts.settings(), "a.md", fields, "Text.\n"));
    assertThat(content.image()).isNull();
    assertThat(content.problems())
        .extracting(Object::toString)
        .containsExactly(
            "a.md:4: warning: image: \"{{ page.title }}{{ page.title }}{{ page.title }}\" is left"
                + " out: the shortcode in it is not supported; write out its value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<b>", "<table><tr><td>", "<x>", "<a><b>"})
  void aGuardThatTripsShowsTheTextItself(String part) {
    String body = "A & B\n\n" + part.repeat(500) + "\n";
    Content content = post.of(body);
    assertThat(content.html()).isEqualTo("<pre>" + Escape.text(body) + "</pre>");
    assertThat(content.excerptHtml()).isNull();
    assertThat(content.summary()).startsWith("A & B ").hasSize(300).endsWith("…");
    assertThat(content.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.level()).isEqualTo(Level.ERROR);
              assertThat(problem.kind()).isEqualTo(Kind.LIMIT);
              assertThat(problem)
                  .hasToString(
                      "posts/2024-01-01-a.md:5: error: the post is shown as plain text, because its"
                          + " HTML nests deeper than 200 elements (limits.nesting); simplify or"
                          + " split it");
            });
  }

  @Test
  void htmlOverTheLimitIsNotPublished() {
    Rendered small = Rendered.with("limits: {html: 1KiB}");
    assertThat(small.of("a".repeat(900)).problems()).isEmpty();
    Content content = small.of("<".repeat(2000));
    assertThat(content.html()).startsWith("<pre>&lt;").endsWith("</pre>").hasSizeLessThan(1025);
    assertThat(content.problems())
        .extracting(Object::toString)
        .containsExactly(
            "posts/2024-01-01-a.md:5: error: the post is shown as plain text, because its HTML is"
                + " larger than 1024 bytes (limits.html); simplify or split it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "nesting: 3; > > > > a; it nests quotes or lists deeper than 3 (limits.nesting)",
        "nesting: 3; > > - > a; it nests quotes or lists deeper than 3 (limits.nesting)",
        "nesting: 3; <b><b><b><b><b><b><b>a; its HTML nests deeper than 6 elements (limits.nesting)",
        "lines: 1; a|b|c; it has more than 1 lines (limits.lines)",
        "render: 100ms; *a* {more}; it takes too much work to read (limits.render)",
      })
  void everyLimitIsASetting(String limit, String text, String reason) {
    String body = text.replace('|', '\n').replace("{more}", "b *c* ".repeat(20_000));
    assertThat(post.of(body).problems()).isEmpty();
    assertThat(Rendered.with("limits: {" + limit + "}").of(body).problems())
        .extracting(Object::toString)
        .containsExactly(
            "posts/2024-01-01-a.md:5: error: the post is shown as plain text, because "
                + reason
                + "; simplify or split it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"![", "[embed a=", "[youtube http://a", "[/[code a="})
  void whatPatternsReadAgainAndAgainIsStoppedByTheCount(String part) {
    // A quarter of the longest text, and of what it may take.
    Content content =
        Rendered.with("limits: {render: 500ms}").of(part.repeat(250_000 / part.length()));
    assertThat(content.problems())
        .extracting(Object::toString)
        .containsExactly(
            "posts/2024-01-01-a.md:5: error: the post is shown as plain text, because it takes too"
                + " much work to read (limits.render); simplify or split it");
  }

  @Test
  void aDeadlineThatHasPassedEndsTheRendering() {
    Content content =
        new ContentRenderer(post.settings())
            .render(
                Posts.post(post.settings(), "a.md", "title: T\ndate: 2024-01-01", "Text.\n"),
                Rendered.ADDRESS,
                post.targets(),
                () -> true);
    assertThat(content.html()).isEqualTo("<pre>Text.\n</pre>");
    assertThat(content.problems())
        .extracting(Object::toString)
        .containsExactly(
            "a.md:5: error: the post is shown as plain text, because it took too long to"
                + " render (limits.render); simplify or split it");
  }

  @Test
  void theDeadlineIsLookedAtWhileHtmlIsParsed() {
    AtomicInteger looks = new AtomicInteger();
    Post large =
        Posts.post(post.settings(), "a.html", "title: T\ndate: 2024-01-01", "<p>x".repeat(100_000));
    new ContentRenderer(post.settings())
        .render(large, Rendered.ADDRESS, post.targets(), () -> looks.incrementAndGet() < 0);
    assertThat(looks).hasValueGreaterThan(40);
  }

  @Test
  void noMoreThanFiftyProblemsAreReported() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      body.append("[a](x:").append(i).append(") ");
    }
    assertThat(post.of(body.toString()).problems()).hasSize(50);
  }
}
