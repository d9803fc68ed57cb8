package io.github.feedwright.post.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.post.Reading;
import io.github.feedwright.post.reading.ParsedPost;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DecodedTextTest {
  private static final String POST = "---\r\ntitle: A\r\n---\r\nText,\r\ncafé – “yes”.\r\n";

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of(
            POST.replace("–", "-").replaceAll("[“”]", "'").getBytes(StandardCharsets.ISO_8859_1),
            "2013-07-12-a.md:5: error: the byte 0xE9 is not UTF-8 here (the file looks like"
                + " Latin-1); save the file as UTF-8"),
        Arguments.of(
            POST.replace("é", "e").getBytes(Charset.forName("windows-1252")),
            "2013-07-12-a.md:5: error: the byte 0x96 is not UTF-8 here (the file looks like"
                + " Windows-1252); save the file as UTF-8"),
        Arguments.of(
            POST.getBytes(StandardCharsets.UTF_16),
            "2013-07-12-a.md:1: error: the file looks like UTF-16; save the file as UTF-8"),
        Arguments.of(
            POST.getBytes(StandardCharsets.UTF_16LE),
            "2013-07-12-a.md:1: error: the file looks like UTF-16; save the file as UTF-8"),
        Arguments.of(
            POST.getBytes(StandardCharsets.UTF_16BE),
            "2013-07-12-a.md:1: error: the file looks like UTF-16; save the file as UTF-8"),
        Arguments.of(
            POST.getBytes(Charset.forName("UTF-32LE")),
            "2013-07-12-a.md:1: error: the file looks like UTF-32; save the file as UTF-8"),
        Arguments.of(
            POST.getBytes(Charset.forName("UTF-32BE")),
            "2013-07-12-a.md:1: error: the file looks like UTF-32; save the file as UTF-8"),
        Arguments.of(
            ("\uFEFF" + POST).getBytes(Charset.forName("UTF-32LE")),
            "2013-07-12-a.md:1: error: the file looks like UTF-32; save the file as UTF-8"),
        Arguments.of(
            "\n\n".getBytes(StandardCharsets.UTF_16LE),
            "2013-07-12-a.md:1: error: the file looks like UTF-16; save the file as UTF-8"),
        Arguments.of(
            "---\ntitle: A\n---\nx\0y".getBytes(StandardCharsets.UTF_8),
            "2013-07-12-a.md:4: error: the file contains a NUL byte, so it is not text; remove it"
                + " or the"
                + " file"),
        Arguments.of(
            new byte[] {'-', '-', '-', '\n', (byte) 0xC3},
            "2013-07-12-a.md:2: error: the byte 0xC3 is not UTF-8 here (the file looks like Latin-1);"
                + " save the file as UTF-8"));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void whatIsNotUtf8IsRefusedWithAGuess(byte[] bytes, String problem) {
    ParsedPost read = Reading.file("2013-07-12-a.md", bytes);

    assertThat(read).isInstanceOf(ParsedPost.Refused.class);
    assertThat(Reading.problems(read)).containsExactly(problem);
  }

  @Test
  void aReplacementCharacterThatWasWrittenIsText() {
    ParsedPost.Understood read =
        (ParsedPost.Understood) Reading.file("2013-07-12-a.md", "---\ntitle: A\n---\n\uFFFD\n");

    assertThat(read.post().body().text()).isEqualTo("\uFFFD\n");
  }

  @Test
  void everyLineEndBecomesOne() {
    assertThat(DecodedText.normalised("\uFEFFa\r\nb\rc\n")).isEqualTo("a\nb\nc\n");
    assertThat(DecodedText.normalised("\uFEFF\uFEFFa\r\n\uFEFFb: c\uFEFF")).isEqualTo("a\nb: c");
  }

  @Test
  void aFileThatIsNoPostNeedNotBeText() {
    assertThat(Reading.file("README.md", new byte[] {'a', (byte) 0xE9, 'b'}))
        .isInstanceOf(ParsedPost.WithoutFrontMatter.class);
  }
}
