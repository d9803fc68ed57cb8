package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.http.RawAnswer;
import io.github.feedwright.problem.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The files beside posts, as a running site serves them. */
@Timeout(60)
final class FilesIT {
  private static final String POST =
      "---\ntitle: One\n---\n![a](pic.png) [b](bell.mp3)\n\n" + "Some words. ".repeat(50);

  @TempDir private Path temp;
  private Path posts;

  @BeforeEach
  void write() throws IOException {
    posts = Files.createDirectory(temp.resolve("posts"));
    RunningSite.write(posts, "2014-04-04-one.md", POST);
    RunningSite.write(posts, "pic.png", "a picture");
    RunningSite.write(posts, "sub/pic.png", "a picture");
  }

  @Test
  void aLinkThatTakesTheirPlaceIsNotFollowedOutOfThePostsDirectory() throws Exception {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Files.writeString(outside.resolve("pic.png"), "secret");
    try (RunningSite site = RunningSite.on(posts)) {
      for (String path : new String[] {"/pic.png", "/sub/pic.png"}) {
        assertThat(site.body(path)).isEqualTo("a picture");
      }
      Files.createSymbolicLink(temp.resolve("file"), outside.resolve("pic.png"));
      Files.createSymbolicLink(temp.resolve("folder"), outside);
      Files.delete(posts.resolve("sub/pic.png"));
      Files.delete(posts.resolve("sub"));
      Files.move(temp.resolve("folder"), posts.resolve("sub"));
      Files.delete(posts.resolve("pic.png"));
      Files.move(temp.resolve("file"), posts.resolve("pic.png"));

      for (String path : new String[] {"/pic.png", "/sub/pic.png"}) {
        RawAnswer answer = site.ask("GET", path);
        assertThat(answer.status()).as(path).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("secret");
      }
    }
  }

  @Test
  void filmsThatAreReadForTheirTagsHoldUpNobodyElse() throws Exception {
    for (String name : new String[] {"one.mp4", "two.mp4", "three.mp4"}) {
      try (RandomAccessFile film = new RandomAccessFile(posts.resolve(name).toFile(), "rw")) {
        film.setLength(12L << 30);
      }
    }
    try (RunningSite site = RunningSite.on(posts)) {
      for (String name : new String[] {"/one.mp4", "/two.mp4", "/three.mp4"}) {
        RawAnswer film = site.ask("HEAD", name);
        assertThat(film.status()).isEqualTo(200);
        assertThat(film.field("Content-Length")).isEqualTo(Long.toString(12L << 30));
        assertThat(film.field("ETag")).isNull();
      }
      RawAnswer part = site.ask("GET", "/one.mp4", "Range: bytes=12884901887-");
      assertThat(part.status()).isEqualTo(206);
      assertThat(part.bytes()).containsExactly(0);
      RawAnswer feed = site.ask("GET", "/rss.xml", "Accept-Encoding: gzip, identity;q=0");
      assertThat(feed.field("Content-Encoding")).isEqualTo("gzip");
      assertThat(site.ask("GET", "/2014/04/04/one/").status()).isEqualTo(200);
    }
  }

  @Test
  void aFileThatAPostLinksToIsServedAndNoOtherOfItsKind() throws Exception {
    String linked =
        """
        ---
        title: Linked
        enclosure: book.epub
        ---
        [a](notes.txt) [b](my%20data.zip#part) ![c](captions.vtt) <a href="https://blog.example.org/abs.srt">d</a>
        [e](deep/model.stl) [f](übung.csv) [g](run.sh) [h](demo.html)

        `[h](code.zip)` <!-- [i](comment.zip) --> <div hidden>[j](hidden.zip)</div> plain.zip
        """;
    RunningSite.write(posts, "2014-04-05-linked.md", linked);
    RunningSite.write(
        posts,
        "2014-04-06-draft.md",
        "---\ntitle: Draft\ndraft: true\n---\n[a](draft.zip) [b](2014-04-06-draft/in.zip)\n");
    RunningSite.write(posts, "bundle/index.md", "---\ntitle: B\ndraft: true\n---\n[a](in.zip)\n");
    for (String file :
        new String[] {
          "notes.txt",
          "my data.zip",
          "captions.vtt",
          "abs.srt",
          "book.epub",
          "deep/model.stl",
          "übung.csv",
          "run.sh",
          "demo.html",
          "nobodys.html",
          "code.zip",
          "comment.zip",
          "hidden.zip",
          "plain.zip",
          "draft.zip",
          "2014-04-06-draft/in.zip",
          "bundle/in.zip",
          "nobodys.zip",
        }) {
      RunningSite.write(posts, file, "content of " + file);
    }
    String types = "posts: {media-types: {stl: model/stl, html: text/html}}\n";
    try (RunningSite site = RunningSite.on(posts, types, Clock.systemUTC())) {
      assertServed(site, "/notes.txt", "text/plain; charset=utf-8");
      assertServed(site, "/my%20data.zip", "application/zip");
      assertServed(site, "/captions.vtt", "text/vtt; charset=utf-8");
      assertServed(site, "/abs.srt", "application/x-subrip");
      assertServed(site, "/book.epub", "application/epub+zip");
      assertServed(site, "/deep/model.stl", "model/stl");
      assertServed(site, "/%C3%BCbung.csv", "text/csv; charset=utf-8");
      assertServed(site, "/demo.html", "text/html");
      for (String path :
          new String[] {
            "/run.sh",
            "/code.zip",
            "/comment.zip",
            "/hidden.zip",
            "/plain.zip",
            "/draft.zip",
            "/2014-04-06-draft/in.zip",
            "/bundle/in.zip",
            "/nobodys.zip",
            "/nobodys.html",
            "/2014-04-05-linked.md",
          }) {
        assertThat(site.ask("GET", path).status()).as(path).isEqualTo(404);
      }
      String feed = site.body("/rss.xml");
      assertThat(feed).contains("https://blog.example.org/my%20data.zip#part");
      assertThat(feed).contains("<enclosure url=\"https://blog.example.org/book.epub\"");
      assertThat(feed).contains("length=\"20\" type=\"application/epub+zip\"");

      site.save("2014-04-05-linked.md", "---\ntitle: Linked\n---\n[a](nobodys.zip)\n");

      RunningSite.within(
          Duration.ofSeconds(10), () -> site.ask("GET", "/nobodys.zip").status() == 200);
      assertThat(site.ask("GET", "/notes.txt").status()).isEqualTo(404);
      // The other post links to bell.mp3, which never was there.
      assertThat(site.publisher().health().problems()).containsEntry(Kind.CONTENT, 1);

      site.delete("nobodys.zip");

      RunningSite.within(
          Duration.ofSeconds(10),
          () -> Integer.valueOf(2).equals(site.publisher().health().problems().get(Kind.CONTENT)));
      assertThat(site.ask("GET", "/nobodys.zip").status()).isEqualTo(404);

      site.save("nobodys.zip", "again");

      RunningSite.within(
          Duration.ofSeconds(10), () -> site.ask("GET", "/nobodys.zip").status() == 200);
      assertThat(site.publisher().health().problems()).containsEntry(Kind.CONTENT, 1);
    }
  }

  private static void assertServed(RunningSite site, String path, String type) throws IOException {
    RawAnswer answer = site.ask("GET", path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    assertThat(answer.field("Content-Type")).isEqualTo(type);
    assertThat(answer.field("Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.body()).startsWith("content of ");
    String tag = answer.field("ETag");
    assertThat(site.ask("GET", path, "If-None-Match: " + tag).status()).isEqualTo(304);
    assertThat(site.ask("GET", path, "Range: bytes=0-6").body()).isEqualTo("content");
  }

  @Test
  void aFileThatAnOldPostLinksToIsServedWithoutThatAnybodyHasReadThePost() throws Exception {
    for (int day = 10; day < 30; day++) {
      RunningSite.write(posts, "2015-04-" + day + "-post.md", "---\ntitle: " + day + "\n---\nA.\n");
    }
    RunningSite.write(posts, "2013-01-01-old.md", "---\ntitle: Old\n---\n[a](old.zip)\n");
    RunningSite.write(posts, "old.zip", "old");
    try (RunningSite site = RunningSite.on(posts, "feeds: {items: 5}\n", Clock.systemUTC())) {
      assertThat(site.body("/old.zip")).isEqualTo("old");
    }
  }
}
