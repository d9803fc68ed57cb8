package io.github.feedwright.text;

import java.io.StringWriter;
import java.util.Collection;
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

/** Writes JSON, the same on every platform. */
public final class Json {
  /** For programs, without blanks. */
  public static final Json COMPACT = new Json(ObjectWriteContext.empty());

  /** For people, two spaces a level. */
  public static final Json INDENTED = new Json(new Indented());

  private final JsonFactory factory = new JsonFactory();
  private final ObjectWriteContext context;

  private Json(ObjectWriteContext context) {
    this.context = context;
  }

  /** Writes one object. */
  public String object(Consumer<ObjectWriter> body) {
    return text(generator -> write(generator, body));
  }

  /** Writes an array of one object for each item. */
  public <T> String objects(Collection<T> items, BiConsumer<ObjectWriter, T> body) {
    return text(
        generator -> {
          generator.writeStartArray();
          items.forEach(item -> write(generator, out -> body.accept(out, item)));
          generator.writeEndArray();
        });
  }

  private String text(Consumer<JsonGenerator> body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = factory.createGenerator(context, text)) {
      body.accept(generator);
    }
    return text.toString();
  }

  private static void write(JsonGenerator generator, Consumer<ObjectWriter> body) {
    generator.writeStartObject();
    body.accept(new ObjectWriter(generator));
    generator.writeEndObject();
  }

  /** The fields of the object that is being written. */
  public record ObjectWriter(JsonGenerator generator) {
    /** A text; null leaves the field out. */
    public void text(String name, @Nullable String value) {
      if (value != null) {
        generator.writeStringProperty(name, value);
      }
    }

    /** A number. */
    public void number(String name, long value) {
      generator.writeNumberProperty(name, value);
    }

    /** An object. */
    public void object(String name, Consumer<ObjectWriter> body) {
      generator.writeName(name);
      write(generator, body);
    }

    /** An array of texts; an empty one leaves the field out. */
    public void texts(String name, List<String> values) {
      array(name, values, generator::writeString);
    }

    /** An array of objects; an empty one leaves the field out. */
    public <T> void objects(String name, List<T> values, BiConsumer<ObjectWriter, T> body) {
      array(name, values, value -> write(generator, out -> body.accept(out, value)));
    }

    private <T> void array(String name, List<T> values, Consumer<T> element) {
      if (!values.isEmpty()) {
        generator.writeArrayPropertyStart(name);
        values.forEach(element);
        generator.writeEndArray();
      }
    }
  }

  private static final class Indented extends ObjectWriteContext.Base {
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

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
