package io.github.feedwright.http;

import static io.github.feedwright.web.ContentCoding.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.text.ByteSequence;
import io.github.feedwright.web.EntityTag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges of bytes of the files beside posts (RFC 9110, section 14): players seek with them. */
@Timeout(60)
final class ByteRangesIT {
  private static final int SIZE = 300_000;
  private static final String SEEN = "Sun, 01 Mar 2026 00:00:00 GMT";
  private static final String CONTENT = content();
  private static final Site SITE = new Site();

  @TempDir private static Path directory;

  private static FeedServer server;

  /** No two places of it look alike. */
  private static String content() {
    StringBuilder content = new StringBuilder(SIZE);
    for (int i = 0; i < SIZE / 10; i++) {
      content.append("%09d\n".formatted(i));
    }
    return content.toString();
  }

  @BeforeAll
  static void serve() throws IOException, BindFailure {
    publish("/bell.mp3", CONTENT);
    publish("/empty.mp3", "");
    SITE.put("/rss.xml", Bytes.feed(CONTENT, null));
    server = SITE.serve();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Path publish(String path, String content) throws IOException {
    Path file = Files.writeString(directory.resolve(path.substring(1)), content);
    SITE.put(path, OnDisk.at(file, "audio/mpeg"));
    return file;
  }

  private static String tag() {
    return EntityTag.of(ByteSequence.of(CONTENT.getBytes(StandardCharsets.UTF_8))).field(IDENTITY);
  }

  private static RawAnswer get(String path, String... fields) throws IOException {
    return RawClient.get(server, path, fields);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-99, 0, 99",
    "bytes=100-199, 100, 199",
    "bytes=100-, 100, 299999",
    "bytes=-50, 299950, 299999",
    "bytes=0-0, 0, 0",
    "bytes=299999-, 299999, 299999",
    "bytes=-1, 299999, 299999",
    "bytes=299990-999999, 299990, 299999",
    "bytes=5-99999999999999999999999999, 5, 299999",
    "bytes=-99999999999999999999999999, 0, 299999",
    "bytes=0-, 0, 299999",
    "Bytes=0-9, 0, 9",
    "bytes=000000000000000000000000007-9, 7, 9",
  })
  void oneRangeIsSentAlone(String range, int first, int last) throws IOException {
    RawAnswer answer = get("/bell.mp3", "Range: " + range);

    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.field("Content-Range"))
        .isEqualTo("bytes %d-%d/300000".formatted(first, last));
    assertThat(answer.field("Content-Length")).isEqualTo(Integer.toString(last - first + 1));
    assertThat(answer.body()).isEqualTo(CONTENT.substring(first, last + 1));
    assertThat(answer.field("Content-Type")).isEqualTo("audio/mpeg");
    assertThat(answer.field("ETag")).isEqualTo(tag());
    assertThat(answer.field("Last-Modified")).isEqualTo(SEEN);
    assertThat(answer.field("Cache-Control")).startsWith("public, max-age=300");
    assertThat(answer.field("Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.field("Access-Control-Expose-Headers"))
        .isEqualTo("ETag, Last-Modified, Link, Retry-After, Accept-Ranges, Content-Range");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=300000-",
        "bytes=300000-300001",
        "bytes=-0",
        "bytes=99999999999999999999999999-",
        "bytes=9223372036854775807-9223372036854775807",
      })
  void aRangeBehindTheEndIsRefused(String range) throws IOException {
    RawAnswer answer = get("/bell.mp3", "Range: " + range);

    assertThat(answer.status()).isEqualTo(416);
    assertThat(answer.field("Content-Range")).isEqualTo("bytes */300000");
    assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.field("ETag")).isNull();
    assertThat(answer.body()).isEqualTo("Range not satisfiable.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=0-0,5-6",
        "bytes=0-9, 5-14",
        "items=0-1",
        "bytes=5-2",
        "bytes=",
        "bytes=-",
        "bytes",
        "bytes=a-b",
        "bytes=0x10-",
        "bytes=1.5-2",
        "bytes=1--2",
        "bytes=+1-2",
        "bytes =0-9",
        "0-99",
        "bytes=٠-٩",
        "none",
      })
  void whatIsNoSingleRangeOfBytesIsIgnored(String range) throws IOException {
    assertThatItIsWhole(get("/bell.mp3", "Range: " + range));
  }

  @Test
  void severalLinesAreSeveralRanges() throws IOException {
    assertThatItIsWhole(get("/bell.mp3", "Range: bytes=0-1", "Range: bytes=3-4"));
  }

  private static void assertThatItIsWhole(RawAnswer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("Content-Range")).isNull();
    assertThat(answer.field("Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.body()).isEqualTo(CONTENT);
  }

  @Test
  void itGoesOnFromTheSameVersionAlone() throws IOException {
    String[] same = {tag(), SEEN, "Sunday, 01-Mar-26 00:00:00 GMT"};
    for (String had : same) {
      RawAnswer answer = get("/bell.mp3", "Range: bytes=0-99", "If-Range: " + had);
      assertThat(answer.status()).as(had).isEqualTo(206);
    }
    String[] other = {
      "\"other\"",
      "W/" + tag(),
      tag() + ", \"other\"",
      "*",
      "",
      "Sun, 01 Mar 2026 00:00:01 GMT",
      "Sat, 28 Feb 2026 23:59:59 GMT",
      "tomorrow",
    };
    for (String had : other) {
      RawAnswer answer = get("/bell.mp3", "Range: bytes=0-99", "If-Range: " + had);
      assertThat(answer.status()).as(had).isEqualTo(200);
      assertThat(answer.body()).hasSize(SIZE);
    }
    // What another version had behind its end may be in this one.
    assertThat(get("/bell.mp3", "Range: bytes=300000-", "If-Range: \"other\"").status())
        .isEqualTo(200);
  }

  @Test
  void aRangeOfAnotherVersionIsRefused() throws IOException {
    String[] same = {
      "If-Match: " + tag(),
      "If-Match: *",
      "If-Unmodified-Since: " + SEEN,
      "If-Unmodified-Since: tomorrow",
    };
    for (String condition : same) {
      assertThat(get("/bell.mp3", "Range: bytes=0-99", condition).status())
          .as(condition)
          .isEqualTo(206);
    }
    String[] other = {
      "If-Match: \"other\"",
      "If-Match: W/" + tag(),
      "If-Unmodified-Since: Sat, 28 Feb 2026 23:59:59 GMT",
    };
    for (String condition : other) {
      for (String range : new String[] {"Range: bytes=0-99", "Range: bytes=300000-", "X: y"}) {
        RawAnswer answer = get("/bell.mp3", range, condition);
        assertThat(answer.status()).as(condition).isEqualTo(412);
        assertThat(answer.field("Content-Range")).isNull();
      }
    }
  }

  @Test
  void whatTheClientHasIsNotSentInParts() throws IOException {
    for (String range : new String[] {"bytes=0-99", "bytes=300000-"}) {
      for (String held : new String[] {"If-None-Match: " + tag(), "If-Modified-Since: " + SEEN}) {
        RawAnswer answer = get("/bell.mp3", "Range: " + range, held);
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.field("ETag")).isEqualTo(tag());
      }
    }
  }

  @Test
  void headSaysWhatThereIsAndSendsNone() throws IOException {
    RawAnswer answer = RawClient.method(server, "HEAD", "/bell.mp3", "Range: bytes=0-99");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.field("Content-Length")).isEqualTo("300000");
    assertThat(answer.fieldsWithoutDate()).isEqualTo(get("/bell.mp3").fieldsWithoutDate());
  }

  @Test
  void aFeedIsAlwaysWhole() throws IOException {
    RawAnswer answer = get("/rss.xml", "Range: bytes=0-99");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("Accept-Ranges")).isNull();
    assertThat(answer.body()).isEqualTo(CONTENT);
  }

  @Test
  void anEmptyFileIsWholeWhateverPartIsAskedFor() throws IOException {
    for (String range : new String[] {"bytes=0-", "bytes=0-99", "bytes=-5"}) {
      RawAnswer answer = get("/empty.mp3", "Range: " + range);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.field("Content-Length")).isEqualTo("0");
    }
  }

  @Test
  void aFileThatWasReplacedIsSentWhole() throws IOException {
    Path file = publish("/talk.mp3", CONTENT);
    Path other = Files.writeString(directory.resolve("other.mp3"), CONTENT.replace('0', 'x'));
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
    Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
    RawAnswer answer = get("/talk.mp3", "Range: bytes=0-99", "If-Range: " + tag());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(CONTENT.replace('0', 'x'));
    assertThat(answer.field("ETag")).isNull();
    assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aTagThatTakesLongIsNotWaitedFor() throws Exception {
    Path file = Files.writeString(directory.resolve("long.mp4"), CONTENT);
    List<Runnable> waiting = new ArrayList<>();
    SITE.put("/long.mp4", OnDisk.at(file, "video/mp4", waiting::add));
    RawAnswer answer = get("/long.mp4", "Range: bytes=0-9");

    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo("000000000\n");
    assertThat(answer.field("ETag")).isNull();
    assertThat(answer.field("Last-Modified")).isEqualTo(SEEN);
    assertThat(get("/long.mp4", "If-None-Match: " + tag()).status()).isEqualTo(200);
    assertThat(waiting).hasSize(1);
    waiting.get(0).run();
    assertThat(get("/long.mp4", "If-None-Match: " + tag()).status()).isEqualTo(304);
  }

  @Test
  void aTagThatCannotBeComputedIsAnAnswerAllTheSame() throws Exception {
    Path file = Files.writeString(directory.resolve("broken.mp4"), CONTENT);
    SITE.put(
        "/broken.mp4",
        OnDisk.at(
            file,
            "video/mp4",
            task -> {
              throw new OutOfMemoryError("on purpose");
            }));

    assertThat(get("/broken.mp4").status()).isEqualTo(500);
    assertThat(get("/broken.mp4").status()).isEqualTo(500);
  }
}
