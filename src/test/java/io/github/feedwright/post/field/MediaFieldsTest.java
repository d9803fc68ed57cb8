package io.github.feedwright.post.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.post.Enclosure;
import io.github.feedwright.post.Reading;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class MediaFieldsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image: /a.png | /a.png",
        "image: {path: /a.png, alt: x} | /a.png",
        "image: {url: 'https://example.org/a.png'} | https://example.org/a.png",
        "image: {alt: x} |",
        "image: {alt: x}; thumbnail: /b.png | /b.png",
        "image: true |",
        "image: false; cover: /b.png | /b.png",
        "images: [/a.png, /b.png] | /a.png",
        "images: [] |",
        "thumbnail: /a.png | /a.png",
        "featured_image: /a.png | /a.png",
        "featuredImage: /a.png | /a.png",
        "cover: {image: /a.png} | /a.png",
        "coverImage: /a.png | /a.png",
        "header: {overlay_image: /a.png} | /a.png",
        "header.overlay_image: /a.png | /a.png",
        "header: true |",
      })
  void anImageIsFoundInEveryForm(String fields, @Nullable String image) {
    assertThat(Reading.post(fields.replace("; ", "\n")).media().image()).isEqualTo(image);
  }

  static Stream<Arguments> enclosures() {
    return Stream.of(
        Arguments.of("title: A", List.of()),
        Arguments.of("enclosure: ''", List.of()),
        Arguments.of("enclosure: /a.mp3", List.of(new Enclosure("/a.mp3", -1, null))),
        Arguments.of(
            "enclosure: /a.mp3\nenclosure_length: 123\nenclosure_type: audio/mpeg",
            List.of(new Enclosure("/a.mp3", 123, "audio/mpeg"))),
        Arguments.of(
            "enclosure: \"https://example.org/a.mp3\\n123\\naudio/mpeg\\na:1:{}\"",
            List.of(new Enclosure("https://example.org/a.mp3", 123, "audio/mpeg"))),
        Arguments.of(
            "enclosure: |\n  /a.mp3\n  123\n  audio/mpeg\n",
            List.of(new Enclosure("/a.mp3", 123, "audio/mpeg"))),
        Arguments.of(
            "enclosure: |\n  /a.mp3\n\n  123\n\n  audio/mpeg\n",
            List.of(new Enclosure("/a.mp3", 123, "audio/mpeg"))),
        Arguments.of(
            "enclosure: |\n  /a.mp3\n\n  audio/mpeg\n",
            List.of(new Enclosure("/a.mp3", -1, "audio/mpeg"))),
        Arguments.of(
            "enclosure: /a.mp3\n  123\n  audio/mpeg\n",
            List.of(new Enclosure("/a.mp3", 123, "audio/mpeg"))),
        Arguments.of(
            "enclosure:\n  - |\n    |\n        http://x.org/a.mp3\n        1234\n        audio/mpeg",
            List.of(new Enclosure("http://x.org/a.mp3", 1234, "audio/mpeg"))),
        Arguments.of("enclosure:\n  - |\n    |\n        \n", List.of()),
        Arguments.of("enclosure:\n  - >\n    >  \n\n        \n", List.of()),
        Arguments.of(
            "enclosure: {url: /a.mp3, length: 123, type: audio/mpeg}",
            List.of(new Enclosure("/a.mp3", 123, "audio/mpeg"))),
        Arguments.of(
            "enclosure: [{url: /a.mp3, length: '5'}, /b.mp3]",
            List.of(new Enclosure("/a.mp3", 5, null), new Enclosure("/b.mp3", -1, null))));
  }

  @ParameterizedTest
  @MethodSource("enclosures")
  void enclosuresAreReadInEveryForm(String field, List<Enclosure> enclosures) {
    assertThat(Reading.post(field).media().enclosures()).isEqualTo(enclosures);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "enclosure: {url: a, length: -1} | enclosure.length: \"-1\" is not a length; write a whole"
            + " number of bytes",
        "enclosure: {url: a, length: 9999999999999999999} | enclosure.length:"
            + " \"9999999999999999999\" is not a length; write a whole number of bytes",
        "enclosure: {length: 1} | enclosure: has no address; add url: and the file's address",
      })
  void aMistakeIsReported(String field, String problem) {
    assertThat(Reading.problems(Reading.fields(field)))
        .containsExactly("2013-07-12-a-post.md:2: warning: " + problem);
  }
}
