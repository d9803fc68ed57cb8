package io.github.feedwright.post.field;

import io.github.feedwright.post.value.Entities;
import io.github.feedwright.post.value.ShownText;
import io.github.feedwright.post.value.Value;
import io.github.feedwright.text.comment.PlainComments;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.Scalar;
import io.github.feedwright.yaml.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The texts of a field that may be a list or a list in one string. */
public final class ListedNames {
  /** The semicolons of Latin, Chinese and Arabic. */
  public static final String SEMICOLONS = ";；؛";

  /** The commas of Latin, Chinese, Japanese and Arabic, and the ends of lines. */
  public static final String COMMAS = ",，、､،\n";

  private static final Pattern SEPARATORS = Pattern.compile("[" + COMMAS + SEMICOLONS + "]");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private ListedNames() {}

  /** How a single string is split. */
  enum Split {
    /** Not at all. */
    NEVER,
    /** At commas and semicolons, of any script. */
    SEPARATORS,
    /** As Jekyll does: at commas and semicolons if there are any, else at blanks. */
    BLANKS
  }

  /** The field's texts in order: lists in lists flattened, empty items left out. */
  static List<String> of(Mapping.Field field, Split split, FieldProblems report) {
    if (field.value() instanceof Scalar scalar) {
      // Decoded before it is split: a semicolon ends a character reference.
      return split(shown(field.key(), scalar, report), split);
    }
    List<String> texts = new ArrayList<>();
    collect(field.key(), field.value(), texts, report);
    return texts;
  }

  /**
   * Whether a reader sees anything of it: a name cannot consist of hard blanks and controls only.
   */
  public static boolean isVisible(String name) {
    return name.codePoints()
        .anyMatch(
            point ->
                !Character.isWhitespace(point)
                    && !Character.isSpaceChar(point)
                    && !Character.isISOControl(point)
                    && Character.getType(point) != Character.FORMAT);
  }

  private static void collect(String key, Node node, List<String> texts, FieldProblems report) {
    if (node instanceof Scalar scalar) {
      if (!scalar.text().isBlank()) {
        texts.add(shown(key, scalar, report));
      }
    } else if (node instanceof Sequence list) {
      list.items().forEach(item -> collect(key, item, texts, report));
    } else if (node instanceof Mapping) {
      Fields.refuse(key, node.line(), node, report);
    }
  }

  public static String shown(String key, Scalar scalar, FieldProblems report) {
    return shown(new Value(key, scalar.text(), scalar.line()), report);
  }

  /** A name or several in one text, without what is hidden. A name is part of an address, too. */
  public static String shown(Value name, FieldProblems report) {
    String missing = PlainComments.missingEnd(name.text(), true);
    if (missing != null) {
      report.unclear(name.key(), name.line(), PlainComments.unclosed(missing));
    }
    String text = ShownText.of(name.text());
    boolean isWhole = text.equals(name.text());
    return Entities.decode(isWhole ? text : BLANKS.matcher(text).replaceAll(" ")).strip();
  }

  private static List<String> split(String text, Split split) {
    return switch (split) {
      case NEVER -> List.of(text);
      case SEPARATORS -> split(text, SEPARATORS);
      case BLANKS -> split(text, SEPARATORS.matcher(text).find() ? SEPARATORS : BLANKS);
    };
  }

  private static List<String> split(String text, Pattern pattern) {
    return Arrays.stream(pattern.split(text))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
