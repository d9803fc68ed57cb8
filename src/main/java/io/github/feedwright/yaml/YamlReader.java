package io.github.feedwright.yaml;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document into nodes.
 *
 * <p>Nothing is typed: a scalar stays its author's text, because YAML 1.1 would turn {@code No}
 * into {@code false} and {@code 0777} into 511, and would lose the offset of a date. Only a missing
 * value, {@code null} and {@code ~} become {@link Null}.
 */
public final class YamlReader {
  /** The maximum length of a text, in code points: snakeyaml needs quadratic time for long ones. */
  public static final int MAX_LENGTH = 65_536;

  private static final Pattern TABS =
      Pattern.compile("(?m)(?<=^ {0,16}(?:- {1,4})?[A-Za-z0-9_-]{1,60}:) *\t[ \t]*");

  private YamlReader() {}

  /**
   * Reads a text, which must hold one document at most. An empty one is an empty mapping.
   *
   * @param text the text, line ends normalised to {@code \n}
   * @param firstLine the line of its file on which the text begins, from 1
   * @throws MalformedYaml if the text is not YAML, has a duplicate key, a second document, an
   *     explicit tag, an alias of a list or map, more than 16 levels or {@value #MAX_LENGTH} code
   *     points; nothing else is thrown, whatever the text
   */
  public static Node read(String text, int firstLine) throws MalformedYaml {
    return read(text, firstLine, true);
  }

  /**
   * Reads a text as {@link #read} does, but an unsupported value (a tag, an alias of a list or map,
   * a merge key) becomes an {@link Unread}, unless it is the whole document or one of its keys:
   * most are in fields that nobody reads.
   */
  public static Node readLeniently(String text, int firstLine) throws MalformedYaml {
    return read(text, firstLine, false);
  }

  /**
   * Reads a text as {@link #readLeniently} does, but a key may be given twice, as in Ruby: the last
   * one comes first in its mapping, and the others at its end.
   */
  public static Node readRepeating(String text, int firstLine) throws MalformedYaml {
    return read(text, firstLine, false, true);
  }

  private static Node read(String text, int firstLine, boolean strict) throws MalformedYaml {
    return read(text, firstLine, strict, false);
  }

  private static Node read(String text, int firstLine, boolean strict, boolean repeats)
      throws MalformedYaml {
    SourceText source = new SourceText(withoutTabs(text), firstLine);
    source.refuseTooLong(MAX_LENGTH);
    source.refuseUnprintable();
    try {
      return composed(source, strict, repeats);
    } catch (RuntimeException | StackOverflowError unforeseen) {
      throw new MalformedYaml(firstLine, "this YAML cannot be read; simplify it");
    }
  }

  /** Ruby's and Go's YAML accept a tab between a key and its value; snakeyaml does not. */
  private static String withoutTabs(String text) {
    return text.indexOf('\t') < 0
        ? text
        : TABS.matcher(text).replaceAll(found -> " ".repeat(found.end() - found.start()));
  }

  private static Node composed(SourceText source, boolean strict, boolean repeats)
      throws MalformedYaml {
    try {
      UnsupportedValues unsupported = new UnsupportedValues(source);
      Node root = new NodeComposer(events(source.text()), source, unsupported, repeats).document();
      if (strict) {
        unsupported.refuse();
      }
      return root;
    } catch (MarkedYAMLException notYaml) {
      throw new Advice(source).on(notYaml);
    }
  }

  private static ParserImpl events(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_LENGTH + 1);
    return new ParserImpl(new StreamReader(text), options);
  }
}
