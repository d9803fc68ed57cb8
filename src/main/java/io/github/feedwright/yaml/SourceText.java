package io.github.feedwright.yaml;

import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The text that is read, and where it is in its file.
 *
 * @param text the whole text
 * @param firstLine the line of the file on which it begins, from 1
 */
record SourceText(String text, int firstLine) {

  /** The line of the file, from 1. */
  int line(Mark mark) {
    return firstLine + mark.getLine();
  }

  /** What is written between two marks, white space folded. */
  String between(Mark start, Mark end) {
    int from = text.offsetByCodePoints(0, start.getIndex());
    int to = text.offsetByCodePoints(from, end.getIndex() - start.getIndex());
    return text.substring(from, to).strip().replaceAll("\\s+", " ");
  }

  /** The lines, from 0 as marks count them. */
  List<String> lines() {
    return List.of(text.split("\\R", -1));
  }

  void refuseTooLong(int limit) throws MalformedYaml {
    if (text.length() > limit && text.codePointCount(0, text.length()) > limit) {
      throw new MalformedYaml(
          firstLine, "the YAML is longer than " + limit + " characters; shorten it");
    }
  }

  /** snakeyaml rejects such a character too, but does not name the line. */
  void refuseUnprintable() throws MalformedYaml {
    int line = firstLine;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int character = text.codePointAt(at);
      if (!StreamReader.isPrintable(character)) {
        throw new MalformedYaml(
            line, "the character U+%04X is not allowed in YAML; remove it".formatted(character));
      }
      if (character == '\n') {
        line++;
      }
    }
  }
}
