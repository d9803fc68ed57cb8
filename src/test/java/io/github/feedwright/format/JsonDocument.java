package io.github.feedwright.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** JSON as a parser reads it: objects are maps in the order of the text, anything else its text. */
public final class JsonDocument {
  private JsonDocument() {}

  /** Reads an object, in which no name stands twice. */
  @SuppressWarnings("unchecked") // What is read here is an object.
  public static Map<String, Object> read(byte[] document) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), document)) {
      parser.nextToken();
      Object value = value(parser);
      assertThat(parser.nextToken()).as("after the end").isNull();
      return (Map<String, Object>) value;
    }
  }

  /** The objects of an array; none where the name is not there. */
  @SuppressWarnings("unchecked") // The array is one of objects.
  public static List<Map<String, Object>> objects(Map<String, Object> object, String name) {
    return (List<Map<String, Object>>) object.getOrDefault(name, List.of());
  }

  private static Object value(JsonParser parser) {
    @Nullable JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> object = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        assertThat(object.put(name, value(parser))).as("second %s", name).isNull();
      }
      return object;
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> array = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        array.add(value(parser));
      }
      return array;
    }
    return parser.getString();
  }
}
