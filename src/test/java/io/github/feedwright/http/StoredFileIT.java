package io.github.feedwright.http;

import static io.github.feedwright.web.ContentCoding.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.text.ByteSequence;
import io.github.feedwright.web.EntityTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files beside the posts, served from disk as they are. */
@Timeout(60)
final class StoredFileIT {
  private static final String CONTENT = "an image".repeat(20_000);

  private final Site site = new Site();
  private final FeedServer server;

  @TempDir Path directory;

  StoredFileIT() throws BindFailure {
    this.server = site.serve();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aFileIsServedWithValidators() throws IOException {
    publish("image.png", "image/png");
    RawAnswer answer = RawClient.get(server, "/file", "Accept-Encoding: gzip, br");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(CONTENT);
    assertThat(answer.field("Content-Type")).isEqualTo("image/png");
    assertThat(answer.field("Content-Encoding")).isNull();
    assertThat(answer.field("ETag")).isEqualTo(tag());
    assertThat(answer.field("Last-Modified")).isEqualTo("Sun, 01 Mar 2026 00:00:00 GMT");
    assertThat(answer.field("Cache-Control")).startsWith("public, max-age=300");
    assertThat(answer.field("Vary")).isNull();
  }

  @Test
  void headEqualsTheFieldsOfGet() throws IOException {
    publish("image.png", "image/png");

    assertThat(RawClient.method(server, "HEAD", "/file").fieldsWithoutDate())
        .isEqualTo(RawClient.get(server, "/file").fieldsWithoutDate());
  }

  @Test
  void preconditionsHold() throws IOException {
    publish("image.png", "image/png");
    RawAnswer match = RawClient.get(server, "/file", "If-None-Match: W/" + tag());

    assertThat(match.status()).isEqualTo(304);
    assertThat(match.field("ETag")).isEqualTo(tag());
    assertThat(match.field("Content-Length")).isNull();
    assertThat(
            RawClient.get(server, "/file", "If-Modified-Since: Sun, 01 Mar 2026 00:00:00 GMT")
                .status())
        .isEqualTo(304);
    assertThat(
            RawClient.get(server, "/file", "If-Modified-Since: Sat, 28 Feb 2026 23:59:59 GMT")
                .status())
        .isEqualTo(200);
  }

  @Test
  void aClientThatRefusesIdentityGets406() throws IOException {
    publish("image.png", "image/png");

    assertThat(RawClient.get(server, "/file", "Accept-Encoding: gzip, identity;q=0").status())
        .isEqualTo(406);
  }

  @Test
  void aFileThatVanishedIsNotFound() throws IOException {
    Files.delete(publish("image.png", "image/png"));

    assertThat(RawClient.get(server, "/file").status()).isEqualTo(404);
  }

  @Test
  void aFileThatIsAnotherByNowIsServedWithoutTheTagOfTheOld() throws IOException {
    Path file = publish("image.png", "image/png");
    Files.writeString(file, "another image");
    Files.setLastModifiedTime(file, FileTime.from(Site.NOW));
    RawAnswer answer = RawClient.get(server, "/file", "If-None-Match: " + tag());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("another image");
    assertThat(answer.field("ETag")).isNull();
    assertThat(answer.field("Last-Modified")).isNull();
    assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aDirectoryInItsPlaceIsNotFound() throws IOException {
    Path file = publish("image.png", "image/png");
    Files.delete(file);
    Files.createDirectory(file);

    assertThat(RawClient.get(server, "/file").status()).isEqualTo(404);
  }

  @Test
  void anEmptyFileIsEmpty() throws IOException {
    Path file = Files.createFile(directory.resolve("empty.txt"));
    site.put("/file", OnDisk.at(file, "text/plain"));
    RawAnswer answer = RawClient.get(server, "/file");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("Content-Length")).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"image/svg+xml", "text/html", "application/xhtml+xml; charset=utf-8", "text/xml"})
  void aDocumentRunsNoScripts(String contentType) throws IOException {
    publish("document", contentType);
    RawAnswer answer = RawClient.get(server, "/file");

    assertThat(answer.field("Content-Security-Policy")).isEqualTo("script-src 'none'");
  }

  private Path publish(String name, String contentType) throws IOException {
    Path file = Files.writeString(directory.resolve(name), CONTENT);
    site.put("/file", OnDisk.at(file, contentType));
    return file;
  }

  private static String tag() {
    return EntityTag.of(ByteSequence.of(CONTENT.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .field(IDENTITY);
  }
}
