package io.github.feedwright.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Atom documents keep to the grammar of RFC 4287, in {@code atom.rnc}. */
final class AtomGrammarTest {
  @ParameterizedTest
  @EnumSource
  void aDocumentKeepsToTheGrammar(Cases each) throws Exception {
    assertThat(violations(each.in(new AtomFormat()))).isEmpty();
  }

  @Test
  void theGrammarRefusesAFeedWithoutAnId() throws Exception {
    String document = new String(Cases.PLAIN.in(new AtomFormat()), StandardCharsets.UTF_8);
    String without = document.replaceFirst("<id>[^<]*</id>", "");
    assertThat(violations(without.getBytes(StandardCharsets.UTF_8)))
        .singleElement()
        .asString()
        .contains("missing required element \"id\"");
  }

  private static List<String> violations(byte[] document) throws IOException, SAXException {
    Violations violations = new Violations();
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, violations);
    ValidationDriver driver =
        new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    try (InputStream grammar = AtomGrammarTest.class.getResourceAsStream("/atom.rnc")) {
      assertThat(driver.loadSchema(new InputSource(grammar))).as("%s", violations.found).isTrue();
    }
    driver.validate(new InputSource(new ByteArrayInputStream(document)));
    return violations.found;
  }

  private static final class Violations implements ErrorHandler {
    private final List<String> found = new ArrayList<>();

    @Override
    public void warning(SAXParseException e) {
      error(e);
    }

    @Override
    public void error(SAXParseException e) {
      found.add(e.getLineNumber() + ": " + e.getMessage());
    }

    @Override
    public void fatalError(SAXParseException e) {
      error(e);
    }
  }
}
