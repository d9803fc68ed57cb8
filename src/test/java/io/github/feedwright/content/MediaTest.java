package io.github.feedwright.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MediaTest {
  private final Rendered post = Rendered.plain();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "image: pic.png                 | https://feeds.example.org/posts/pic.png",
        "image: /b.png                  | https://blog.example.org/b.png",
        "image: https://ex.org/ü.png    | https://ex.org/%C3%BC.png",
        "image: {path: c.png}           | https://blog.example.org/2024/a/c.png",
        "coverImage: cover.jpg          | https://feeds.example.org/posts/images/cover.jpg",
        "image: '{{ site.baseurl }}/b.png' | https://blog.example.org/b.png",
        "image: '{{ site.url }}/b.png'  | https://blog.example.org/b.png",
        "image: '{{ site.cdn }}/b.png'  | null",
        "image: true                    | null",
        "image: 'data:image/png;base64' | null",
      })
  void theImageIsAbsolute(String frontMatter, @Nullable String image) {
    assertThat(post.of(frontMatter, "x").image()).isEqualTo(image);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://ex.org/a.mp3              | https://ex.org/a.mp3 | 0 | audio/mpeg",
        "{url: 'https://ex.org/a.ogg', length: 12}     | https://ex.org/a.ogg | 12 | audio/ogg",
        "{url: /a, length: 12, type: Video/MP4} | https://blog.example.org/a | 12 | video/mp4",
        "{url: '/a.PDF?x=1', type: nonsense} | https://blog.example.org/a.PDF?x=1 | 0 | application/pdf",
        "/a.unknown                        | https://blog.example.org/a.unknown | 0 | application/octet-stream",
        "{url: pic.png, length: 5}         | https://feeds.example.org/posts/pic.png | 123 | image/png",
        "/posts/pic.png | https://blog.example.org/posts/pic.png | 123 | image/png",
        "https://BLOG.example.org/posts/a%20b/%C3%A9.mp3 | https://blog.example.org/posts/a%20b/%C3%A9.mp3 | 4567 | audio/mpeg",
        "https://feeds.example.org/images/top.jpg | https://feeds.example.org/images/top.jpg | 89 | image/jpeg",
        "//other.example.org/images/top.jpg | https://other.example.org/images/top.jpg | 0 | image/jpeg",
        "{url: '{{ site.url }}/posts/pic.png'} | https://blog.example.org/posts/pic.png | 123 | image/png",
        "a b/é.mp3                         | https://feeds.example.org/posts/a%20b/%C3%A9.mp3 | 4567 | audio/mpeg",
      })
  void anEnclosureHasAnAddressALengthAndAType(
      String enclosure, String url, long length, String type) {
    assertThat(post.of("enclosure: " + enclosure, "x").media())
        .containsExactly(new Media(url, length, type));
  }

  @Test
  void anEnclosureIsEnclosedOnce() {
    String twice = "enclosures:\n- /a.mp3\n- https://blog.example.org/a.mp3\n- /b.mp3\n";
    assertThat(post.of(twice.replace("enclosures", "enclosure"), "x").media()).hasSize(2);
  }

  @Test
  void whatIsNotOnTheWebIsLeftOutAndReported() {
    Content content = post.of("image: 'data:x'\nenclosure: 'file:///etc/passwd'", "x");
    assertThat(content.media()).isEmpty();
    assertThat(content.problems())
        .extracting(Object::toString)
        .containsExactly(
            "posts/2024-01-01-a.md:4: warning: image: \"data:x\" is left out: only http and https"
                + " addresses are published; write one",
            "posts/2024-01-01-a.md:5: warning: enclosure: \"file:///etc/passwd\" is left out: only"
                + " http and https addresses are published; write one");
  }

  @Test
  void anUnsupportedShortcodeInAnAddressIsReported() {
    Content content = post.of("image: '{{ site.cdn }}/a.png'\nenclosure: '{% x %}/a.mp3'", "x");
    assertThat(content.media()).isEmpty();
    assertThat(content.problems())
        .extracting(Object::toString)
        .containsExactly(
            "posts/2024-01-01-a.md:4: warning: image: \"{{ site.cdn }}/a.png\" is left out: the"
                + " shortcode in it is not supported; write out its value",
            "posts/2024-01-01-a.md:5: warning: enclosure: \"{% x %}/a.mp3\" is left out: the"
                + " shortcode in it is not supported; write out its value");
  }

  @Test
  void anAddressThatNamesAUserIsLeftOutAndReported() {
    Content content =
        post.of("image: 'https://u:p@x.org/a.png'\nenclosure: 'https://u@x.org/a.mp3'", "x");
    assertThat(content.image()).isNull();
    assertThat(content.media()).isEmpty();
    assertThat(content.problems())
        .extracting(Object::toString)
        .containsExactly(
            "posts/2024-01-01-a.md:4: warning: image: \"https://u:p@x.org/a.png\" is left out: a"
                + " published address must not contain a user name; remove the user name",
            "posts/2024-01-01-a.md:5: warning: enclosure: \"https://u@x.org/a.mp3\" is left out:"
                + " a published address must not contain a user name; remove the user name");
  }
}
