package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.identity.PublishedPost;
import io.github.feedwright.identity.PublishedPost.Origin;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.identity.PublishedPostsText;
import io.github.feedwright.library.Posts;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.publish.once.SiteCheck;
import io.github.feedwright.publish.once.StaticBuild;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.web.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers were shown is known to the next start, and to {@code check}. */
final class PublishedMemoryTest {
  private static final String SITE =
      "site: {title: T, url: \"https://example.org/\", id: \"tag:example.org,2013\"}\n";

  @TempDir private Path directory;
  private Path posts;
  private Path folder;
  private String more = "";
  private List<Problem> said = List.of();

  @BeforeEach
  void createDirectories() throws IOException {
    posts = Files.createDirectory(directory.resolve("posts"));
    folder = directory.resolve("cache");
  }

  private PublishedMemory memory() {
    return PublishedMemory.in(folder, posts, null);
  }

  private Settings settings() {
    return Posts.settings(SITE + more).withPosts(posts);
  }

  /** Serves the directory until the first snapshot is there, and gives the ids of it. */
  private List<String> serve() throws Exception {
    Clock clock = Clock.systemUTC();
    try (Publisher publisher =
        Publisher.prepare(
            settings(), new FixedSettings(settings()), clock, memory(), CacheStore.none())) {
      publisher.start();
      publisher.first().get(60, TimeUnit.SECONDS);
      return ids(Objects.requireNonNull(publisher.snapshot()));
    }
  }

  /** Builds the directory, and gives the ids. */
  private List<String> build() throws Exception {
    try (PublishedMemory memory = memory();
        StaticBuild build =
            StaticBuild.of(settings(), Clock.systemUTC(), CacheStore.none(), memory.read())) {
      build.keepIn(memory);
      said = List.copyOf(build.losses());
      return ids(build.snapshot());
    }
  }

  private static List<String> ids(Snapshot snapshot) throws Exception {
    return Arrays.stream(SteppedSite.body(snapshot.find("/rss.xml", null)).split("<guid", -1))
        .skip(1)
        .map(s -> s.split("[<>]", -1)[1])
        .toList();
  }

  private static PublishedPost post(String path, boolean isGone) {
    return new PublishedPost(
        path,
        "http://old/?a=1&b=\t\\",
        Origin.KEPT,
        OffsetDateTime.parse("2013-07-12T13:35:41.5+02:00"),
        OffsetDateTime.parse("2014-07-12T13:35:41Z"),
        "A\ttab, a \\t and a\r\nline",
        "-0123",
        "/2013/日本/",
        isGone ? null : "-17",
        isGone ? Set.of() : Set.of("site", "tag/c++"),
        isGone);
  }

  @Test
  void aStartWithoutAMemorySaysWhatItCannotSee() {
    String unknown =
        "It is not known what was published before: at this start, nothing is held back and no"
            + " renamed file is recognised.";
    assertThat(memory().unknownMessage()).isEqualTo(unknown);
    assertThat(PublishedMemory.none().unknownMessage())
        .isEqualTo(unknown + " Name a folder with --cache DIR to remember it.");
  }

  @Test
  void everythingThatIsKnownOfAPostIsReadBack() {
    PublishedPosts posts =
        PublishedPosts.NONE.with(post("a/\n.md", false)).with(post("b.md", true)).withRules("x\ty");
    PublishedPosts read = PublishedPostsText.read(PublishedPostsText.write(posts));
    assertThat(read.all()).containsExactlyInAnyOrderElementsOf(posts.all());
    assertThat(read.rules()).isEqualTo("x\ty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "published 2\t0\t\n",
        "published 1\t1\t\n",
        "published 1\t0\t\nx\n",
        "published 1\t0\t",
        "published 1\t1\t\na.md\tx\tKEPT\tnoon\t2014-07-12T13:35:41Z\t\t/\t-\t\tfalse\tA\n",
        "published 1\t1\t\na.md\tx\tKEP\t2014-07-12T13:35Z\t2014-07-12T13:35Z\t\t/\t-\t\tfalse\tA\n",
        "{}"
      })
  void whatIsNotWholeIsNotRead(String text) {
    assertThat(PublishedPostsText.read(text).isEmpty()).isTrue();
  }

  @Test
  void aPostThatIsRenamedWhileNoServerRunsKeepsItsId() throws Exception {
    String text =
        "---\ndate: 2024-01-01\n---\n" + "This is a text that no other post has.\n".repeat(3);
    Files.writeString(posts.resolve("a.md"), text);
    assertThat(serve()).containsExactly("tag:example.org,2013:a");
    Files.move(posts.resolve("a.md"), posts.resolve("b.md"));
    assertThat(serve()).containsExactly("tag:example.org,2013:a");
    assertThat(serve()).containsExactly("tag:example.org,2013:a");
    try (var files = Files.list(folder)) {
      Path file = files.findFirst().orElseThrow();
      assertThat(Files.getPosixFilePermissions(file))
          .containsExactlyInAnyOrder(
              PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
      Files.delete(file);
    }
    assertThat(serve()).containsExactly("tag:example.org,2013:b");
  }

  @Test
  void aPostThatIsRenamedBetweenBuildsAndServersKeepsItsId() throws Exception {
    Files.writeString(posts.resolve("a.md"), "---\ntitle: A\ndate: 2024-01-01\n---\nText.\n");
    assertThat(build()).containsExactly("tag:example.org,2013:a");
    assertThat(said).isEmpty();
    Files.move(posts.resolve("a.md"), posts.resolve("b.md"));
    assertThat(build()).containsExactly("tag:example.org,2013:a");
    assertThat(said)
        .extracting(Problem::toString)
        .containsExactly(
            "b.md:1: error: the post was published with the id \"tag:example.org,2013:a\", which its"
                + " file name no longer gives; only the cache keeps it: add guid:"
                + " tag:example.org,2013:a, or run feedwright ids --write");
    assertThat(serve()).containsExactly("tag:example.org,2013:a");
    Files.move(posts.resolve("b.md"), posts.resolve("c.md"));
    assertThat(build()).containsExactly("tag:example.org,2013:a");
    more = "ids: {write: true}\n";
    build();
    assertThat(posts.resolve("ids.tsv")).content().contains("\nc.md\ttag:example.org,2013:a\t");
    assertThat(build()).containsExactly("tag:example.org,2013:a");
    assertThat(said).isEmpty();
  }

  @Test
  void aBuildHoldsWhatWouldComeBack() throws Exception {
    for (int day = 10; day < 20; day++) {
      Files.writeString(posts.resolve(day + ".md"), "---\ndate: 2024-01-" + day + "\n---\nText.\n");
    }
    List<String> before = build();
    for (int day = 10; day < 20; day++) {
      Files.writeString(
          posts.resolve(day + ".md"), "---\ndate: 2024-02-" + (39 - day) + "\n---\nText.\n");
    }
    assertThat(build()).isEqualTo(before);
    assertThat(said).extracting(Problem::kind).containsExactly(Kind.GUARD);
  }

  @Test
  void aPostThatIsRenamedAndEditedWhileNoServerRunsIsKnownByItsDateAndTitle() throws Exception {
    String text =
        "---\ntitle: A\ndate: 2024-01-01\n---\n" + "This is a text that no other has.\n".repeat(3);
    Files.writeString(posts.resolve("a.md"), text);
    assertThat(serve()).containsExactly("tag:example.org,2013:a");
    Files.delete(posts.resolve("a.md"));
    Files.writeString(posts.resolve("b.md"), text + "One more line.\n");
    assertThat(serve()).containsExactly("tag:example.org,2013:a");
  }

  @Test
  void aPostThatWasDeletedWhileNoServerRanIsTheOneOfItsTextAndDateThatIsAddedLater()
      throws Exception {
    String text = "---\ndate: 2024-01-01\n---\n" + "This is a text that others have.\n".repeat(3);
    Files.writeString(posts.resolve("a.md"), text);
    Files.writeString(posts.resolve("b.md"), "---\ndate: 2024-01-02\n---\nAnother.\n");
    serve();
    Files.delete(posts.resolve("a.md"));
    assertThat(serve()).containsExactly("tag:example.org,2013:b");
    Files.writeString(posts.resolve("c.md"), text.replace("2024-01-01", "2024-01-03"));
    assertThat(serve())
        .containsExactlyInAnyOrder("tag:example.org,2013:b", "tag:example.org,2013:c");
    Files.writeString(posts.resolve("d.md"), text);
    assertThat(serve())
        .containsExactlyInAnyOrder(
            "tag:example.org,2013:a", "tag:example.org,2013:b", "tag:example.org,2013:c");
  }

  @Test
  void aPostIsRenamedWhileNoServerRunsAsOftenAsItsAuthorLikes() throws Exception {
    String text =
        "---\ndate: 2024-01-01\n---\n" + "This is a text that no other post has.\n".repeat(3);
    Files.writeString(posts.resolve("a.md"), text);
    serve();
    for (String[] names : new String[][] {{"a.md", "b.md"}, {"b.md", "c.md"}, {"c.md", "d.md"}}) {
      Files.move(posts.resolve(names[0]), posts.resolve(names[1]));
      assertThat(serve()).containsExactly("tag:example.org,2013:a");
      assertThat(memory().read().all()).hasSize(1);
    }
  }

  @Test
  void whatIsRenamedAgainAfterItsIdWasWrittenKeepsItWithoutAMemoryToo() throws Exception {
    String text =
        "---\ndate: 2024-01-01\n---\n" + "This is a text that no other post has.\n".repeat(3);
    Files.writeString(posts.resolve("a.md"), text);
    more = "ids: {write: true}\n";
    serve();
    for (String[] names : new String[][] {{"a.md", "b.md"}, {"b.md", "c.md"}}) {
      Files.move(posts.resolve(names[0]), posts.resolve(names[1]));
      assertThat(serve()).containsExactly("tag:example.org,2013:a");
    }
    try (var files = Files.list(folder)) {
      Files.delete(files.findFirst().orElseThrow());
    }
    assertThat(serve()).containsExactly("tag:example.org,2013:a");
    assertThat(problems()).isEmpty();
  }

  @Test
  void whatOnlyAMemoryKeepsIsWrittenIfTheConfigurationSaysSo() throws Exception {
    String text =
        "---\ndate: 2024-01-01\n---\n" + "This is a text that no other post has.\n".repeat(3);
    Files.writeString(posts.resolve("a.md"), text);
    serve();
    Files.move(posts.resolve("a.md"), posts.resolve("b.md"));
    serve();
    assertThat(posts.resolve("ids.tsv")).doesNotExist();
    more = "ids: {write: true}\n";
    serve();
    assertThat(posts.resolve("ids.tsv"))
        .content()
        .endsWith("\nb.md\ttag:example.org,2013:a\t2024-01-01T00:00:00Z\tpublished before\n");
    assertThat(problems()).isEmpty();
  }

  @Test
  void checkReportsWhatAServerKeepsAndHolds() throws Exception {
    for (int number = 10; number < 40; number++) {
      Files.writeString(
          posts.resolve(number + ".md"),
          "---\ndate: 2024-01-%d\n---\nNumber %d is in a text that is certainly long enough to be recognised by.\n"
              .formatted(number % 20 + 10, number));
    }
    serve();
    assertThat(problems()).isEmpty();
    Files.move(posts.resolve("39.md"), posts.resolve("forty.md"));
    for (int number = 10; number < 20; number++) {
      Files.writeString(
          posts.resolve(number + ".md"),
          "---\ndate: 2024-02-%d\n---\nNumber %d.\n".formatted(number % 20 + 10, number));
    }
    assertThat(problems())
        .containsOnlyKeys(Kind.GUARD, Kind.ID)
        .hasEntrySatisfying(
            Kind.GUARD,
            message ->
                assertThat(message)
                    .startsWith(
                        "10 posts would come back as new to subscribers: 10.md, 11.md, 12.md and 7"
                            + " more; ")
                    .contains("feedwright ids --accept "))
        .hasEntrySatisfying(
            Kind.ID,
            message -> assertThat(message).contains("with the id \"tag:example.org,2013:39\""));
  }

  @Test
  void otherNotesThanThosePublishedAreReported() throws Exception {
    Files.writeString(posts.resolve("a.md"), "---\ndate: 2024-02-01\n---\nText.\n");
    assertThat(memory().problems(settings())).isEmpty();
    serve();
    assertThat(memory().problems(settings())).isEmpty();
    more = "notes: {text: One}\n";
    assertThat(memory().problems(settings()))
        .extracting(Problem::toString)
        .containsExactly(
            "config.yaml:2: warning: notes: they have changed since they were published, and with"
                + " them the text of every entry that has notes; some readers will mark entries of"
                + " the last days as updated, but no date changes");
    serve();
    assertThat(memory().problems(settings())).isEmpty();
    more = "";
    assertThat(memory().problems(settings())).hasSize(1);
  }

  @Test
  void theOrderOfNotesCountsAndNotesOfPagesDoNot() throws Exception {
    Files.writeString(posts.resolve("a.md"), "---\ndate: 2024-02-01\n---\nText.\n");
    more = "notes: [{text: One}, {text: Two}, {text: Three, in: pages}]\n";
    serve();
    more = "notes: [{text: Other, in: pages}, {text: One}, {text: Two}]\n";
    assertThat(memory().problems(settings())).isEmpty();
    more = "notes: [{text: Two}, {text: One}]\n";
    assertThat(memory().problems(settings())).hasSize(1);
    more = "notes: [{text: One}, {text: Two}, {text: Three, in: [feeds, pages]}]\n";
    assertThat(memory().problems(settings())).hasSize(1);
  }

  private Map<Kind, String> problems() {
    return SiteCheck.of(
            settings(), Clock.systemUTC(), CacheStore.none(), memory().read(), (done, all) -> {})
        .problems()
        .stream()
        .collect(Collectors.toMap(Problem::kind, Problem::message));
  }
}
