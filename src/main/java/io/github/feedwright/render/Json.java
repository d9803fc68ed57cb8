package io.github.feedwright.render;

import java.io.StringWriter;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes JSON for people, two spaces a level, the same on every platform. */
final class Json {
  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

  private final JsonFactory factory = new JsonFactory();

  /** Writes one object; a null value leaves its field out. */
  String object(Consumer<ObjectWriter> body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = factory.createGenerator(new Pretty(), text)) {
      generator.writeStartObject();
      body.accept(new ObjectWriter(generator));
      generator.writeEndObject();
    }
    return text.toString();
  }

  /** The fields of the object that is being written. */
  record ObjectWriter(JsonGenerator generator) {
    void text(String name, @Nullable String value) {
      if (value != null) {
        generator.writeStringProperty(name, value);
      }
    }

    void number(String name, long value) {
      generator.writeNumberProperty(name, value);
    }

    void texts(String name, List<String> values) {
      array(name, values, generator::writeString);
    }

    <T> void objects(String name, List<T> values, BiConsumer<ObjectWriter, T> body) {
      array(
          name,
          values,
          value -> {
            generator.writeStartObject();
            body.accept(this, value);
            generator.writeEndObject();
          });
    }

    private <T> void array(String name, List<T> values, Consumer<T> element) {
      if (!values.isEmpty()) {
        generator.writeArrayPropertyStart(name);
        values.forEach(element);
        generator.writeEndArray();
      }
    }
  }

  private static final class Pretty extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectNameValueSpacing(Separators.Spacing.AFTER))
          .withObjectIndenter(INDENTER)
          .withArrayIndenter(INDENTER);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
