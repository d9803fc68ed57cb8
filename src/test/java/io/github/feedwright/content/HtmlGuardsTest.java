package io.github.feedwright.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.url.TemplateTags;
import io.github.feedwright.library.Posts;
import io.github.feedwright.post.Post;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** HTML that would take minutes or gigabytes to clean. */
@Execution(ExecutionMode.CONCURRENT)
final class HtmlGuardsTest {
  private static final Duration SOON = Duration.ofSeconds(4);

  /** In bytes, of all that is made on the way. */
  private static final long MUCH = 1L << 30;

  private static final int STACK = 256 << 20;

  private static final String TOO_MUCH_WORK =
      "because it takes too much work to read (limits.render); simplify or split it";
  private static final String TOO_LARGE =
      "because its HTML is larger than 4194304 bytes (limits.html); simplify or split it";

  private static final String RULES =
      "<style>" + numbered(400, "p .a%d > b i[x=y] {display: none}") + "</style>";

  private final Rendered post = Rendered.plain();

  static Stream<Arguments> costly() {
    return Stream.of(
        Arguments.of(
            "commas in srcset", "<img src=b srcset='a" + ",".repeat(300_000) + "b, c 2x'>"),
        Arguments.of("unknown elements", "<p><x>".repeat(50_000)),
        Arguments.of(
            "embeds that are sought",
            numbered(60, "<iframe src='&#104;%d//a'></iframe>")
                + "<p title='"
                + "<iframe ".repeat(60_000)
                + "'>"),
        Arguments.of("hidden siblings", "<i hidden>a</i>".repeat(1_000) + "b"),
        Arguments.of("long styles", "<p style='" + "display:none;".repeat(70_000) + "color:a'>b"),
        Arguments.of("elements of a style", RULES + "<i class=z>a".repeat(20_000)),
        Arguments.of("marks that hide", "<p>a</p><hides-previous></hides-previous>".repeat(300)),
        Arguments.of(
            "footnotes in many sup",
            "<sup>".repeat(190) + "<br>".repeat(258_000) + "<a class=footnote-ref>"));
  }

  private static String numbered(int count, String format) {
    return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void costly(String name, String body) throws Exception {
    rendered(name, Rendered.ADDRESS, body);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(
            "fonts opened again",
            Rendered.ADDRESS,
            "<p>" + numbered(180, "<font color=%d>") + "<p>a".repeat(260_000),
            TOO_LARGE),
        Arguments.of(
            "long attributes opened again",
            Rendered.ADDRESS,
            "<p><font color='" + "a".repeat(10_000) + "'>" + "<p>a".repeat(100_000),
            TOO_LARGE),
        Arguments.of(
            "addresses in srcset",
            Rendered.ADDRESS,
            "<img src=a srcset='" + "a 1x b,".repeat(149_000) + "'>",
            TOO_MUCH_WORK),
        Arguments.of(
            "many hidden siblings",
            Rendered.ADDRESS,
            "<i hidden>a</i>".repeat(60_000),
            TOO_MUCH_WORK),
        Arguments.of(
            "many marks that hide",
            Rendered.ADDRESS,
            "<b>a</b><hides-previous></hides-previous>".repeat(20_000),
            TOO_MUCH_WORK),
        Arguments.of(
            "elements in many objects",
            Rendered.ADDRESS,
            "<object>".repeat(190) + "<br>".repeat(260_000),
            TOO_MUCH_WORK),
        Arguments.of(
            "images in many noscript",
            Rendered.ADDRESS,
            "<div>" + "<noscript>a".repeat(190) + "<i></i>".repeat(140_000),
            TOO_MUCH_WORK),
        Arguments.of(
            "links below a long permalink",
            Rendered.ADDRESS + "t".repeat(60_000) + "/",
            "<a href=b>c</a>".repeat(65_000),
            TOO_MUCH_WORK));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refused(String name, String address, String body, String reason) throws Exception {
    assertThat(rendered(name, address, body).problems())
        .extracting(Object::toString)
        .contains("posts/2024-01-01-a.html:5: error: the post is shown as plain text, " + reason);
  }

  private Content rendered(String name, String address, String body) throws Exception {
    Post html =
        Posts.post(post.settings(), "posts/2024-01-01-a.html", "title: T\ndate: 2024-01-01", body);
    FutureTask<Content> task =
        new FutureTask<>(
            () -> {
              Content content =
                  new ContentRenderer(post.settings())
                      .render(html, address, post.targets(), () -> false);
              assertThat(spent()).as(name).isLessThan(SOON);
              assertThat(made()).as(name).isLessThan(MUCH);
              return content;
            });
    Thread thread = new Thread(null, task, "rendering", STACK);
    thread.setDaemon(true);
    thread.start();
    return task.get(60, TimeUnit.SECONDS);
  }

  private static Duration spent() {
    return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
  }

  private static long made() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  @Test
  void aNameThatIsTooLongForAFileIsNotLookedUp() {
    assertThat(post.of("<img src=" + "a".repeat(255) + ">").uses()).isNotEmpty();
    assertThat(post.of("<img src=" + "a".repeat(256) + ">").uses()).isEmpty();
    assertThat(post.of("<img src=" + "a/".repeat(2050) + "b>").uses()).isEmpty();
  }

  @Test
  void templatesThatOnlyBeginAreReadOnce() {
    long before = spent().toNanos();
    assertThat(TemplateTags.in("{{".repeat(2 << 20) + " ".repeat(1001))).isEmpty();
    assertThat(spent().minusNanos(before)).isLessThan(SOON);
  }

  @Test
  void theFirstFiftyTemplatesInAnAddressAreReported() {
    assertThat(TemplateTags.in("{{ a }}b<%= c %>{{ a }}{% d"))
        .containsExactly("{{ a }}", "<%= c %>", "{% d");
    assertThat(TemplateTags.in(numbered(90, "{{ %d }}"))).hasSize(50);
  }
}
