package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.intake.Signal;
import io.github.feedwright.source.FileEvent;
import io.github.feedwright.web.cache.CacheLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers would see again as new is held back until somebody confirms it. */
final class FloodGuardTest {
  private static final String SITE =
      "site: {title: T, url: \"https://example.org/\", id: \"tag:example.org,2013\"}\n";

  private static final Pattern TOKEN = Pattern.compile("--accept ([0-9a-f]{8})$");

  @TempDir private Path posts;
  private final List<Signal.Touched> touched = new ArrayList<>();

  private static String path(int number) {
    return "p/%03d.md".formatted(number);
  }

  private static String text(int number) {
    return "---\ntitle: Post %d\ndate: %s\ntags: [%s]\n---\nThis is the text of number %d, and no other's.\n"
        .formatted(
            number,
            LocalDate.of(2020, 1, 1).plusDays(number),
            number % 2 == 0 ? "even" : "odd",
            number);
  }

  private void write(int count) throws IOException {
    for (int number = 0; number < count; number++) {
      SteppedSite.write(posts, path(number), text(number));
    }
  }

  private SteppedSite site() {
    return SteppedSite.on(posts, SITE, CacheLimits.USUAL);
  }

  /** Changes files and looks at each of them in a turn of its own, as {@code sed -i} does. */
  private void edit(SteppedSite site, int from, int count, UnaryOperator<String> edit)
      throws IOException {
    for (int number = from; number < from + count; number++) {
      Path file = posts.resolve(path(number));
      SteppedSite.write(posts, path(number), edit.apply(Files.readString(file)));
      site.turn(new Signal.Touched(path(number), FileEvent.APPEARED));
    }
  }

  private static Map<String, String> feeds(SteppedSite site) {
    Map<String, String> bodies = new TreeMap<>();
    for (String feed :
        new String[] {
          "/rss.xml", "/atom.xml", "/feed.json", "/tags/even/atom.xml", "/tags/odd/atom.xml"
        }) {
      bodies.put(feed, site.body(feed));
    }
    return bodies;
  }

  private static String token(SteppedSite site) {
    Matcher token = TOKEN.matcher(site.idProblems().get(0));
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private static String accepting(String token) {
    return SITE + "guard: {accept: [" + token + "]}\n";
  }

  @Test
  void datesThatAreChangedByMistakeAreHeldAndGoOutWhenTheyAreConfirmed() throws Exception {
    write(300);
    try (SteppedSite site = site()) {
      Map<String, String> before = feeds(site);
      edit(site, 0, 300, text -> text.replaceFirst("date: 20", "date: 19"));
      assertThat(feeds(site)).isEqualTo(before);
      site.settle();
      assertThat(feeds(site)).isEqualTo(before);
      assertThat(site.held().count()).isEqualTo(300);
      String token = token(site);
      assertThat(site.idProblems())
          .containsExactly(
              "p/000.md:3: error: 300 posts would come back as new to subscribers: p/000.md,"
                  + " p/001.md, p/002.md and 297 more; they stay as they were published until you"
                  + " confirm with feedwright ids --accept "
                  + token);

      SteppedSite.write(posts, "new.md", "---\ntitle: New\ndate: 2025-01-01\n---\nNews.\n");
      site.turn(new Signal.Touched("new.md", FileEvent.APPEARED));
      assertThat(site.body("/atom.xml")).contains("<title type=\"text\">New</title>");
      site.settle();
      assertThat(token(site)).isEqualTo(token);

      site.reconfigure(accepting("12345678"));
      assertThat(site.held().count()).isEqualTo(300);
      site.reconfigure(accepting(token));
      assertThat(site.held().count()).isZero();
      assertThat(site.idProblems()).isEmpty();
      assertThat(site.body("/atom.xml"))
          .contains("<published>1920-10-26T00:00:00Z</published>")
          .contains("New");
      assertThat(site.ids()).containsEntry("p/299.md", "tag:example.org,2013:299");
    }
  }

  /** The second that the sheet allows is more than the time that a file must hold still. */
  @Test
  void aNewPostThatIsSavedWhileOthersAreHeldIsOutWithinASecond() throws Exception {
    write(30);
    try (SteppedSite site = site()) {
      edit(site, 0, 30, text -> text.replaceFirst("date: 20", "date: 19"));
      site.settle();
      Instant saved = site.now().plusSeconds(1);
      Path file = posts.resolve("new.md");
      Files.writeString(file, "---\ntitle: New\ndate: 2025-01-01\n---\nNews.\n");
      Files.setLastModifiedTime(file, FileTime.from(saved));
      site.turn(new Signal.Touched("new.md", FileEvent.APPEARED));
      assertThat(site.body("/atom.xml")).doesNotContain(">New<");
      Instant next = Objects.requireNonNull(site.runtime().ingester().next());
      assertThat(next).isBetween(saved, saved.plusMillis(700));
      site.wait(Duration.between(site.now(), next));
      assertThat(site.body("/atom.xml")).contains("<title type=\"text\">New</title>");
      assertThat(site.held().count()).isEqualTo(30);
    }
  }

  @Test
  void whatIsHeldStaysHeldAfterARestartAndOnAReplica() throws Exception {
    write(40);
    PublishedPosts memory;
    Map<String, String> before;
    try (SteppedSite site = site()) {
      before = feeds(site);
      memory = site.published();
      edit(site, 0, 40, text -> text.replaceFirst("date: 20", "date: 19"));
      site.settle();
      String token = token(site);
      try (SteppedSite restarted = SteppedSite.after(site.published(), posts, SITE);
          SteppedSite stopped = SteppedSite.after(memory, posts, SITE);
          SteppedSite confirmed = SteppedSite.after(memory, posts, accepting(token));
          SteppedSite without = site()) {
        assertThat(feeds(restarted)).isEqualTo(before);
        assertThat(token(restarted)).isEqualTo(token);
        assertThat(feeds(stopped)).isEqualTo(before);
        assertThat(token(stopped)).isEqualTo(token);
        assertThat(feeds(confirmed)).isEqualTo(feeds(without)).isNotEqualTo(before);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"4, false", "5, true"})
  void ofAFeedOfTwentyAFifthMayBeDatedAnew(int count, boolean isHeld) throws Exception {
    write(50);
    try (SteppedSite site = site()) {
      Map<String, String> before = feeds(site);
      edit(site, 35, count, text -> text.replaceFirst("date: 2020-02-0", "date: 2020-02-1"));
      assertThat(feeds(site)).isEqualTo(before);
      site.settle();
      assertThat(feeds(site).equals(before)).isEqualTo(isHeld);
      assertThat(site.held().count()).isEqualTo(isHeld ? count : 0);
    }
  }

  @Test
  void postsThatNoFeedShowsMayBeDatedAnew() throws Exception {
    write(100);
    try (SteppedSite site = site()) {
      edit(site, 0, 30, text -> text.replaceFirst("date: 2020", "date: 2019"));
      site.settle();
      assertThat(site.held().count()).isZero();
    }
  }

  @Test
  void whatIsTakenBackIsNotHeldAnyMore() throws Exception {
    write(30);
    try (SteppedSite site = site()) {
      Map<String, String> before = feeds(site);
      edit(site, 0, 30, text -> text.replaceFirst("date: 20", "date: 19"));
      site.settle();
      assertThat(site.held().count()).isEqualTo(30);
      edit(site, 0, 30, text -> text.replaceFirst("date: 19", "date: 20"));
      site.settle();
      assertThat(site.held().count()).isZero();
      assertThat(feeds(site)).isEqualTo(before);
    }
  }

  @Test
  void aDateOfChangeAloneIsHeldWhereManyHaveItAndATextOfOneGoesOutAtOnce() throws Exception {
    write(30);
    try (SteppedSite site = site()) {
      edit(site, 8, 1, text -> text.replace("title:", "lastmod: 2026-01-01\ntitle:") + "More.\n");
      assertThat(site.body("/tags/even/atom.xml")).contains("<updated>2026-01-01T00:00:00");
      Map<String, String> before = feeds(site);
      edit(site, 10, 20, text -> text.replace("title:", "lastmod: 2026-01-02\ntitle:"));
      site.settle();
      assertThat(feeds(site)).isEqualTo(before);
      assertThat(site.held().count()).isEqualTo(20);
    }
  }

  @Test
  void manyTextsThatAreChangedAndStampedInOneGoAreHeldFromTheEleventh() throws Exception {
    write(30);
    try (SteppedSite site = site()) {
      edit(site, 10, 20, text -> text.replace("title:", "lastmod: 2026-01-02\ntitle:") + "More.\n");
      assertThat(site.body("/atom.xml").split("<updated>2026-01-02", -1)).hasSize(12);
      assertThat(site.body("/atom.xml").split("More\\.", -1)).hasSizeGreaterThan(20);
      site.settle();
      assertThat(site.held().count()).isEqualTo(10);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anImportOfOldPostsStaysOutOfFeedsThatWouldShowManyOfThem(boolean inOneTurn)
      throws Exception {
    write(inOneTurn ? 2_000 : 100);
    SteppedSite.write(
        posts, "cats.md", "---\ntitle: Cat\ndate: 2015-01-01\ntags: [cats]\n---\nA cat.\n");
    try (SteppedSite site = site()) {
      Map<String, String> before = feeds(site);
      String cats = site.body("/tags/cats/atom.xml");
      for (int number = 0; number < 50; number++) {
        String file = "old/%02d.md".formatted(number);
        SteppedSite.write(
            posts,
            file,
            "---\ntitle: Old %d\ndate: 2009-01-01\ntags: [cats]\n---\nOld.\n".formatted(number));
        touched.add(new Signal.Touched(file, FileEvent.APPEARED));
      }
      if (inOneTurn) {
        site.turn(touched.toArray(Signal.Touched[]::new));
      } else {
        touched.forEach(each -> site.turn(each));
      }
      assertThat(feeds(site)).isEqualTo(before);
      int shown = site.body("/tags/cats/atom.xml").split("<entry>", -1).length - 1;
      assertThat(shown).isEqualTo(inOneTurn ? 1 : 6);
      assertThat(site.held().count()).isEqualTo(inOneTurn ? 50 : 45);
      assertThat(site.body("/archive/2009-01/atom.xml")).contains("Old 49");
      assertThat(site.body("/tags/cats/")).doesNotContain("Old 44");
      site.settle();
      if (inOneTurn) {
        assertThat(site.body("/tags/cats/atom.xml")).isEqualTo(cats);
      }
      try (SteppedSite restarted = SteppedSite.after(site.published(), posts, SITE)) {
        assertThat(restarted.body("/tags/cats/atom.xml"))
            .isEqualTo(site.body("/tags/cats/atom.xml"));
        assertThat(token(restarted)).isEqualTo(token(site));
      }
      site.reconfigure(accepting(token(site)));
      assertThat(site.body("/tags/cats/atom.xml").split("<entry>", -1)).hasSize(21);
      assertThat(site.held().count()).isZero();
    }
  }

  @Test
  void amongManyNewPostsThoseWithOtherDatesAreHeldAndTheNewOnesAreNot() throws Exception {
    write(60);
    try (SteppedSite site = site()) {
      for (int number = 0; number < 2_000; number++) {
        String file = "new/%04d.md".formatted(number);
        String date = LocalDate.of(2025, 1, 1).plusDays(number % 28).toString();
        SteppedSite.write(posts, file, "---\ntitle: N\ndate: " + date + "\n---\nNew.\n");
        touched.add(new Signal.Touched(file, FileEvent.APPEARED));
      }
      for (int number = 10; number < 60; number++) {
        String redated = text(number).replaceFirst("date: 20", "date: 19");
        SteppedSite.write(posts, path(number), redated);
        touched.add(new Signal.Touched(path(number), FileEvent.APPEARED));
      }
      site.turn(touched.toArray(Signal.Touched[]::new));
      for (int turn = 0; turn < 2; turn++) {
        assertThat(site.ids()).hasSize(2_060);
        assertThat(site.body("/atom.xml").split("<title type=\"text\">N</title>", -1)).hasSize(21);
        assertThat(site.body("/tags/even/atom.xml")).doesNotContain("<published>19");
        site.settle();
      }
      assertThat(site.held().count()).isEqualTo(50);
      site.reconfigure(accepting(token(site)));
      assertThat(site.held().count()).isZero();
      assertThat(site.body("/tags/even/atom.xml")).contains("<published>1920-02-28");
    }
  }

  @Test
  void entriesThatSlideInBecauseNewerOnesWentAreKnown() throws Exception {
    write(60);
    try (SteppedSite site = site()) {
      for (int number = 40; number < 60; number++) {
        site.delete(path(number));
      }
      assertThat(site.held().count()).isZero();
      assertThat(site.body("/atom.xml").split("<entry>", -1)).hasSize(21);
    }
  }

  @Test
  void postsThatComeBackAreKnown() throws Exception {
    write(60);
    try (SteppedSite site = site()) {
      Map<String, String> before = feeds(site);
      for (int number = 40; number < 60; number++) {
        site.delete(path(number));
      }
      for (int number = 40; number < 60; number++) {
        site.write(path(number), text(number));
      }
      assertThat(feeds(site)).isEqualTo(before);
      assertThat(site.held().count()).isZero();
    }
  }

  @Test
  void anotherSiteIdHoldsEveryEntryWithItsFormerId() throws Exception {
    write(60);
    try (SteppedSite site = site()) {
      Map<String, String> ids = site.ids();
      Map<String, String> before = feeds(site);
      String other = SITE.replace("tag:example.org,2013", "tag:other.example,2020");
      site.reconfigure(other);
      assertThat(site.ids()).isEqualTo(ids);
      Map<String, String> after = feeds(site);
      after.replaceAll((feed, body) -> ofFormerFeed(body));
      assertThat(after).isEqualTo(before);
      assertThat(site.held().count()).isEqualTo(60);
      site.reconfigure(other + "guard: {accept: [" + token(site) + "]}\n");
      assertThat(site.ids()).containsEntry(path(59), "tag:other.example,2020:059");
      assertThat(site.held().count()).isZero();
      try (SteppedSite restarted = SteppedSite.after(site.published(), posts, other)) {
        assertThat(restarted.ids()).isEqualTo(site.ids());
      }
    }
  }

  /** The id of the feed itself is not held: nobody compares it. */
  private static String ofFormerFeed(String body) {
    return body.replace("<id>tag:other.example,2020:", "<id>tag:example.org,2013:");
  }

  @Test
  void renamedFilesWhoseNamesDateThemAreHeldToo() throws Exception {
    for (int number = 10; number < 40; number++) {
      SteppedSite.write(
          posts,
          "2020-01-01-%d.md".formatted(number),
          "---\ntitle: Post %d\n---\nThis is the text of number %1$d, and it is certainly no other post's text.\n"
              .formatted(number));
    }
    try (SteppedSite site = site()) {
      String before = site.body("/atom.xml");
      for (int number = 10; number < 40; number++) {
        String from = "2020-01-01-%d.md".formatted(number);
        String to = "2021-01-01-%d.md".formatted(number);
        Files.move(posts.resolve(from), posts.resolve(to));
        touched.add(new Signal.Touched(from, FileEvent.REMOVED));
        touched.add(new Signal.Touched(to, FileEvent.APPEARED));
      }
      site.turn(touched.toArray(Signal.Touched[]::new));
      site.settle();
      assertThat(site.held().count()).isEqualTo(30);
      assertThat(ids(site.body("/atom.xml"))).isEqualTo(ids(before));
      assertThat(site.body("/atom.xml")).doesNotContain("<published>2021");
      site.reconfigure(accepting(token(site)));
      assertThat(site.body("/atom.xml")).contains("<published>2021");
      assertThat(ids(site.body("/atom.xml"))).isEqualTo(ids(before));
    }
  }

  private static List<String> ids(String atom) {
    return Pattern.compile("<id>([^<]*)</id>")
        .matcher(atom)
        .results()
        .map(m -> m.group(1))
        .sorted()
        .toList();
  }

  @Test
  void aFirstPublicationHoldsNothing() throws Exception {
    write(60);
    try (SteppedSite site = site()) {
      assertThat(site.held().count()).isZero();
      assertThat(IntStream.range(40, 60).mapToObj(number -> "Post " + number))
          .allMatch(title -> site.body("/atom.xml").contains(title));
      site.wait(Duration.ofHours(1));
      assertThat(site.held().count()).isZero();
    }
  }
}
