package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.http.RawAnswer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
