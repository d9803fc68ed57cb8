package io.github.feedwright.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.reader.StreamReader;

/** A text as Ruby's YAML writes it when it does not know the encoding (YAML 1.1, binary). */
final class Base64Text {
  private static final Set<String> TAGS = Set.of("!binary", "tag:yaml.org,2002:binary");

  private Base64Text() {}

  /** The text, or null if this is not UTF-8 text. */
  static @Nullable String of(ScalarEvent scalar) {
    if (!TAGS.contains(scalar.getTag())) {
      return null;
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(scalar.getValue().replaceAll("\\s+", ""));
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.codePoints().allMatch(StreamReader::isPrintable) ? text : null;
    } catch (IllegalArgumentException | CharacterCodingException notText) {
      return null;
    }
  }
}
