package io.github.feedwright.format;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The grammar of RFC 4287, as it is in {@code atom.rnc}. */
public final class AtomGrammar {
  private AtomGrammar() {}

  /** What is wrong with a document, each after its line; empty where nothing is. */
  public static List<String> violations(byte[] document) throws IOException, SAXException {
    Violations violations = new Violations();
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, violations);
    ValidationDriver driver =
        new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    try (InputStream grammar = AtomGrammar.class.getResourceAsStream("/atom.rnc")) {
      if (!driver.loadSchema(new InputSource(grammar))) {
        throw new IllegalStateException("atom.rnc: " + violations.found);
      }
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
