package io.github.feedwright.post.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.post.Author;
import io.github.feedwright.post.Reading;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.post.reading.PostParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthorFieldsTest {
  private static final Author DAN =
      new Author("dwalsh", "Dan Walsh", "dan@example.org", "https://dan.example.org/");
  private static final Author ADA = author("Ada Example", null, null);
  private static final Author ADA_MAIL = author("Ada Example", "ada@example.org", null);
  private static final Authors KNOWN =
      Authors.read(
          """
          dwalsh:
            name: Dan Walsh
            email: dan@example.org
            url: https://dan.example.org/
          "jzb, lars":
            name: Joe and Lars
          carol:
            name: Carol (carol@example.org)
          dave@example.org: Dave
          """,
          "authors.yml");

  private static Author author(String name, @Nullable String email, @Nullable String url) {
    return new Author(name, name, email, url);
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        form("author: Ada Example", ADA),
        form("Author: Ada Example", ADA),
        form("author: Ada <!-- x --> Example", ADA),
        form("author: Ada Example <!-- x --> <ada@example.org>", ADA_MAIL),
        form("authors: ['Ada {::comment}x{:/comment} Example<b hidden>x</b>']", ADA),
        form("author: {name: 'Ada Example <!-- x -->'}", ADA),
        form("author_name: Ada Example <!-- x -->", ADA),
        form("authors: [Ada Example, Bob]", ADA, author("Bob", null, null)),
        form("authors: Ada Example, Bob", ADA, author("Bob", null, null)),
        form(
            "authors: Example, Ada; Bob",
            author("Example, Ada", null, null),
            author("Bob", null, null)),
        form("author: Ada Example\nauthors: [Bob, Ada Example]", ADA, author("Bob", null, null)),
        form("author: Ada Example <ada@example.org>", ADA_MAIL),
        form("author: '\"Ada Example\" <ada@example.org>'", ADA_MAIL),
        form("author: ada@example.org (Ada Example)", ADA_MAIL),
        form(
            "author: Ada Example <https://ada.example.org/>",
            author("Ada Example", null, "https://ada.example.org/")),
        form(
            "author: {name: Ada Example, url: 'HTTPS://Bücher.example'}",
            author("Ada Example", null, "https://xn--bcher-kva.example/")),
        form("author: Ada Example (ada@example.org)", ADA),
        form("author: Ada Example [mailto:ada@example.org]", ADA),
        form("authors: [Ada Example(ada@example.org)]", ADA),
        form("author: {name: Ada Example (ada@example.org)}", ADA),
        form("author: Ada Example <ada@example.org> (no@example.org)", ADA_MAIL),
        form(
            "author: Ada Example <ada@example.org> (https://ada.example.org/)",
            author("Ada Example", "ada@example.org", "https://ada.example.org/")),
        form(
            "author: Ada Example (https://ada.example.org/)",
            author("Ada Example", null, "https://ada.example.org/")),
        form(
            "author: Ada Example (ada@example.org) (she/her)",
            author("Ada Example (she/her)", null, null)),
        form("author: Ada Example （ada@example.org）", ADA),
        form("authors: [Ada (ada@example.org) and Bob]", author("Ada and Bob", null, null)),
        form("author: Ada Example (no@example.org) <ada@example.org>", ADA_MAIL),
        form("author: (ada@example.org)", author("ada", null, null)),
        form("author: {name: Ada Example - ada@example.org}", ADA),
        form(
            "author: {name: Ada Example, login: ada@example.org}",
            new Author("ada", "Ada Example", null, null)),
        form("author: carol", new Author("carol", "Carol", null, null)),
        form("author: dave@example.org", new Author("dave", "Dave", null, null)),
        form("author: Ada Example (guest)", author("Ada Example (guest)", null, null)),
        form("author: dwalsh (private@example.org)", DAN),
        form("authors: 李明、王芳", author("李明", null, null), author("王芳", null, null)),
        form("author: ada@example.org", author("ada", "ada@example.org", null)),
        form("author: Jos&eacute; &amp; Co", author("José & Co", null, null)),
        form("authors: [Jos&eacute;]", author("José", null, null)),
        form("author: {name: 'Jos&eacute;'}", author("José", null, null)),
        form("author: dwalsh", DAN),
        form("author: DWalsh", DAN),
        form("authors: [dwalsh, dwalsh]", DAN),
        form(
            "author: dwalsh <new@example.org>",
            new Author("dwalsh", "Dan Walsh", "new@example.org", "https://dan.example.org/")),
        form("author: jzb, lars", new Author("jzb, lars", "Joe and Lars", null, null)),
        form("author: {name: Ada Example, email: ada@example.org}", ADA_MAIL),
        form(
            "author: {display_name: Ada Example, login: ada, uri: 'https://ada.example.org/'}",
            new Author("ada", "Ada Example", null, "https://ada.example.org/")),
        form("author: {login: dwalsh}", DAN),
        form(
            "author: {login: dwalsh, name: Daniel}",
            new Author("dwalsh", "Daniel", "dan@example.org", "https://dan.example.org/")),
        form("authors:\n- name: Ada Example\n  email: ada@example.org\n- dwalsh", ADA_MAIL, DAN),
        form(
            "author: Ada Example\nauthor_login: ada\nauthor_email: ada@example.org\nauthor_url: ''",
            new Author("ada", "Ada Example", "ada@example.org", null)),
        form("author_login: ada", author("ada", null, null)),
        form("author_login: dwalsh", DAN),
        form("taxonomies: {authors: [Ada Example]}", ADA),
        form("author:"),
        form("authors: []"),
        form("title: A"));
  }

  private static Arguments form(String field, Author... authors) {
    return Arguments.of(field, List.of(authors));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void authorsAreReadInEveryForm(String field, List<Author> authors) {
    ParsedPost.Understood read = read("---\n" + field + "\n---\n");

    assertThat(read.problems()).isEmpty();
    assertThat(read.post().authors()).isEqualTo(authors);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            "author: {email: ada@example.org}",
            "author: has no name; add name: and the author's name"),
        Arguments.of(
            "author: {name: A, email: nowhere}",
            "author.email: \"nowhere\" is not an e-mail address; write one like ada@example.org"),
        Arguments.of(
            "author: {name: A, url: 'javascript:alert(1)'}",
            "author.url: \"javascript:alert(1)\" is not a web address; write one like https://example.org/page/"),
        Arguments.of(
            "author: {name: A, url: 'https://ada@example.org/'}",
            "author.url: \"https://ada@example.org/\" is not a web address; write one like https://example.org/page/"),
        Arguments.of(
            "author_url: 'http://'",
            "author_url: \"http://\" is not a web address; write one like https://example.org/page/"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsReportedWithItsKey(String field, String problem) {
    assertThat(Reading.problems(read("---\n" + field + "\n---\n")))
        .containsExactly("2013-07-12-a.md:2: warning: " + problem);
  }

  @Test
  void ofHundredsOfNamesThoseWithinTheLimitCount() {
    ParsedPost.Understood read = read("---\ntitle: A\nauthors: [" + names(300) + "]\n---\n");
    assertThat(read.post().authors()).hasSize(Reading.TERMS);
    assertThat(Reading.problems(read))
        .containsExactly(
            "2013-07-12-a.md:3: warning: authors: has 300 authors; only the first 50 are used"
                + " (limits.terms); remove the others");
  }

  @Test
  void aNameThatNoAddressCouldHoldIsNoAuthor() {
    ParsedPost.Understood read = read("---\nauthor: " + "A".repeat(1001) + "\n---\n");
    assertThat(read.post().authors()).isEmpty();
    assertThat(Reading.problems(read))
        .containsExactly(
            "2013-07-12-a.md:2: warning: author: has one of the authors with more than 1000"
                + " characters; write a few words");
  }

  private static String names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "n" + i).collect(Collectors.joining(", "));
  }

  private static ParsedPost.Understood read(String file) {
    return (ParsedPost.Understood)
        new PostParser(Reading.settings(), KNOWN)
            .parse("2013-07-12-a.md", file.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anAuthorsFileIsReadInEveryShape() {
    Authors authors =
        Authors.read(
            """
            \uFEFFada: {name: Ada, web: https://ada.example.org/, twitter: ada, gravatar: 0038}
            bob: {display_name: Bob, uri: https://bob.example.org/}
            eve: {name: Eve, website: https://eve.example.org/}
            joe: Joe Example <joe@example.org>
            kim: Kim Example (kim@example.org)
            sue:
            2013: {name: Year}
            """,
            "authors.yml");

    assertThat(authors.problems()).isEmpty();
    assertThat(shown(authors, "ada")).isEqualTo("ada Ada null https://ada.example.org/");
    assertThat(shown(authors, "bob")).isEqualTo("bob Bob null https://bob.example.org/");
    assertThat(shown(authors, "eve")).isEqualTo("eve Eve null https://eve.example.org/");
    assertThat(shown(authors, "JOE")).isEqualTo("joe Joe Example joe@example.org null");
    assertThat(shown(authors, "kim")).isEqualTo("kim Kim Example kim@example.org null");
    assertThat(shown(authors, "sue")).isEqualTo("sue sue null null");
    assertThat(shown(authors, "2013")).isEqualTo("2013 Year null null");
    assertThat(authors.find("nobody")).isNull();
  }

  private static String shown(Authors authors, String nickname) {
    Authors.Nicknamed found = authors.find(nickname);
    return found == null
        ? ""
        : String.join(
            " ",
            found.nickname(),
            found.person().name(),
            String.valueOf(found.person().email()),
            String.valueOf(found.person().url()));
  }

  @Test
  void whatIsWrongInAnAuthorsFileIsReported() {
    Authors authors = Authors.read("ada: {name: Ada, email: x}\nbob: [a, b]\n", "authors.yml");

    assertThat(authors.problems().stream().map(Object::toString))
        .containsExactly(
            "authors.yml:1: warning: email: \"x\" is not an e-mail address; write one like"
                + " ada@example.org",
            "authors.yml:2: warning: bob: is a list; write a nickname, a colon and, indented, name,"
                + " email, url");
    assertThat(authors.find("ada")).isNotNull();
    assertThat(authors.find("bob")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"- a\n- b\n", "just text"})
  void anAuthorsFileWithoutNamesIsAProblem(String text) {
    assertThat(Authors.read(text, "authors.yml").problems().stream().map(Object::toString))
        .containsExactly(
            "authors.yml:1: error: the file is not a list of authors; write a nickname, a colon"
                + " and,"
                + " indented, name, email, url");
  }

  @Test
  void anAuthorsFileThatDoesNotParseHasAProblemAndNoAuthors() {
    Authors authors = Authors.read("ada:\n  name: Foo: bar\n", "authors.yml");

    assertThat(authors.problems()).singleElement().extracting("line").isEqualTo(2);
    assertThat(authors.find("ada")).isNull();
  }

  @Test
  void anEmptyAuthorsFileHasNoAuthors() {
    assertThat(Authors.read("", "authors.yml").problems()).isEmpty();
    assertThat(Authors.none().problems()).isEmpty();
  }
}
