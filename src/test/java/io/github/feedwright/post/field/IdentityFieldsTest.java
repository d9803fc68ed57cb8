package io.github.feedwright.post.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.post.Identity;
import io.github.feedwright.post.Reading;
import io.github.feedwright.post.reading.ParsedPost;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdentityFieldsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: A |",
        "guid: https://old.example.org/?p=1700 | https://old.example.org/?p=1700",
        "guid: urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a |"
            + " urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a",
        "id: tag:example.org,2013:a | tag:example.org,2013:a",
        "id: 42 | tag:blog.example.org,2013:42",
        "id: a post/über | tag:blog.example.org,2013:a%20post/%C3%BCber",
        "guid: 5f3c9a2be1 | 5f3c9a2be1",
        "guid: a post/über | a post/über",
        "guid: https://ex.org/日本/ | https://ex.org/日本/",
        "guid: HTTP://Ex.org/%7ea | HTTP://Ex.org/%7ea",
        "id: https://ex.org/日本/ | https://ex.org/日本/",
        "wordpress_url: http://old.example.org/?p=1700 | http://old.example.org/?p=1700",
        "blogger_id: tag:blogger.com,1999:blog-1.post-2 | tag:blogger.com,1999:blog-1.post-2",
        "blogger_id: 'b:1'; wordpress_url: 'w:1'; id: 'i:1'; guid: 'g:1' | g:1",
        "blogger_id: 'b:1'; wordpress_url: 'w:1'; id: 'i:1' | i:1",
        "blogger_id: 'b:1'; wordpress_url: 'w:1'; id: '' | w:1",
      })
  void theIdIsAsItIsWrittenButABareIdIsANameWithinTheSite(String fields, @Nullable String guid) {
    assertThat(Reading.post(fields.replace("; ", "\n")).identity().guid()).isEqualTo(guid);
  }

  @ParameterizedTest
  @CsvSource({"326", "'''326'''"})
  void aWordpressIdIsANumberQuotedOrNot(String id) {
    assertThat(Reading.post("wordpress_id: " + id).identity()).isEqualTo(new Identity(null, "326"));
  }

  @Test
  void aWordpressIdThatIsNoNumberIsReported() {
    ParsedPost.Understood read = Reading.fields("wordpress_id: a/../b");

    assertThat(read.post().identity()).isEqualTo(new Identity(null, null));
    assertThat(Reading.problems(read))
        .containsExactly(
            "2013-07-12-a-post.md:2: warning: wordpress_id: \"a/../b\" is not a number; write the one"
                + " that WordPress gave the post");
  }
}
