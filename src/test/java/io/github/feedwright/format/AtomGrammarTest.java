package io.github.feedwright.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Atom documents keep to the grammar of RFC 4287, in {@code atom.rnc}. */
final class AtomGrammarTest {
  @ParameterizedTest
  @EnumSource
  void aDocumentKeepsToTheGrammar(Cases each) throws Exception {
    assertThat(AtomGrammar.violations(each.in(new AtomFormat()))).isEmpty();
  }

  @Test
  void theGrammarRefusesAFeedWithoutAnId() throws Exception {
    String document = new String(Cases.PLAIN.in(new AtomFormat()), StandardCharsets.UTF_8);
    String without = document.replaceFirst("<id>[^<]*</id>", "");
    assertThat(AtomGrammar.violations(without.getBytes(StandardCharsets.UTF_8)))
        .singleElement()
        .asString()
        .contains("missing required element \"id\"");
  }
}
