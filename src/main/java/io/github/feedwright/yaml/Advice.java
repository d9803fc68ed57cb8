package io.github.feedwright.yaml;

import io.github.feedwright.text.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;

/**
 * Explains to an author what is wrong with a text, in terms of the line that it is on. snakeyaml's
 * own messages speak of tokens, and of the place where it noticed.
 */
final class Advice {
  private static final String NO_KEY = "could not find expected ':'";
  private static final String NO_VALUE = "mapping values are not allowed here";

  private final SourceText source;
  private final List<String> lines;

  Advice(SourceText source) {
    this.source = source;
    this.lines = source.lines();
  }

  /**
   * About a tag or an alias: most people who write one meant a text that begins with {@code !} or
   * *.
   */
  MalformedYaml onSign(Event event, String otherwise) {
    Mark mark = event.getStartMark();
    return inLine(mark.getLine()).orElseGet(() -> at(mark.getLine(), otherwise));
  }

  /** About the tag of a list or a map: in quotes, it would become a text. */
  static Function<Advice, MalformedYaml> onType(CollectionStartEvent event) {
    int line = event.getStartMark().getLine();
    return advice ->
        KeyValue.on(advice.line(line))
            .flatMap(KeyValue::untyped)
            .map(message -> advice.at(line, message))
            .orElseGet(() -> advice.onSign(event, NodeComposer.TAG));
  }

  MalformedYaml on(MarkedYAMLException cause) {
    Mark noticed = cause.getProblemMark();
    int line = Math.min(noticed.getLine(), lines.size() - 1);
    if (beginsWithTab(line)) {
      return at(line, "a tab indents this line; YAML allows only spaces there");
    }
    if (cause.getProblem().endsWith("but got ?")) {
      return questionMark(cause.getProblemMark());
    }
    Mark context = cause.getContextMark();
    if (context != null && leftOpen(cause)) {
      return at(context.getLine(), leftOpen(context));
    }
    return inLine(line)
        .or(() -> missingSpace(cause, line - 1))
        .or(() -> missingSpace(cause, line))
        .or(() -> noKey(cause))
        .or(() -> indented(cause, line))
        .orElseGet(() -> at(line, unknown(cause)));
  }

  private boolean beginsWithTab(int line) {
    return line(line).substring(0, indentation(line(line))).contains("\t");
  }

  /** A quote or bracket without its partner: snakeyaml notices at the end, or in a later line. */
  private static boolean leftOpen(MarkedYAMLException cause) {
    String problem = cause.getProblem();
    return "while scanning a quoted scalar".equals(cause.getContext())
        || problem.endsWith("<stream end>")
        || (problem.startsWith("expected ',' or")
            && cause.getContextMark().getLine() < cause.getProblemMark().getLine());
  }

  private String leftOpen(Mark opened) {
    String line = line(opened.getLine());
    String from = line.substring(line.offsetByCodePoints(0, opened.getColumn()));
    String sign = from.isEmpty() ? "" : from.substring(0, 1);
    String partner = sign.equals("[") ? "]" : sign.equals("{") ? "}" : sign;
    return KeyValue.named(line)
        + "%s is opened and never closed; add the closing %s".formatted(sign, partner);
  }

  private Optional<MalformedYaml> inLine(int line) {
    return KeyValue.on(line(line)).flatMap(KeyValue::quoting).map(message -> at(line, message));
  }

  private Optional<MalformedYaml> missingSpace(MarkedYAMLException cause, int line) {
    return NO_VALUE.equals(cause.getProblem()) || NO_KEY.equals(cause.getProblem())
        ? KeyValue.withoutSpace(line(line)).map(message -> at(line, message))
        : Optional.empty();
  }

  /** In brackets, snakeyaml ends a word at a {@code ?}. */
  private MalformedYaml questionMark(Mark mark) {
    String line = line(mark.getLine());
    int sign = line.offsetByCodePoints(0, mark.getColumn());
    String before = line.substring(0, sign).replaceFirst("^.*[\\[{,]", "");
    String after = line.substring(sign).replaceFirst("[\\]},].*$", "");
    return at(
        mark.getLine(),
        "%sin brackets a value with ? in it needs quotes; write \"%s\""
            .formatted(keyAbove(mark.getLine()), Quoted.shortened(before + after)));
  }

  /** The key of a line, or of the one that it continues. */
  private String keyAbove(int index) {
    for (int at = index; at >= 0; at--) {
      // A key that ends its line has its value below.
      String key = KeyValue.named(line(at) + " …");
      if (!key.isEmpty()) {
        return key;
      }
    }
    return "";
  }

  private Optional<MalformedYaml> noKey(MarkedYAMLException cause) {
    Mark key = cause.getContextMark();
    if (key == null || !NO_KEY.equals(cause.getProblem())) {
      return Optional.empty();
    }
    return Optional.of(
        at(
            key.getLine(),
            "\"%s\" is not a key with a value; write it as key: value, or indent it to continue the line above"
                .formatted(Quoted.shortened(line(key.getLine())))));
  }

  private Optional<MalformedYaml> indented(MarkedYAMLException cause, int line) {
    String text = line(line);
    return NO_VALUE.equals(cause.getProblem()) && indentation(text) > indentation(line(line - 1))
        ? Optional.of(
            at(
                line,
                KeyValue.named(text)
                    + "the line is indented more than the line above, so it continues the value there; remove the indentation"))
        : Optional.empty();
  }

  private static int indentation(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static String unknown(MarkedYAMLException cause) {
    if (cause.getProblem().startsWith("expected <block end>")) {
      return "this line does not fit the lines above; check its indentation, and the quotes and"
          + " brackets above";
    }
    return "this is not YAML (%s); check quotes, brackets and indentation on this line and above"
        .formatted(Quoted.shortened(cause.getProblem().replaceAll(" \\(Do not use.*", "")));
  }

  private String line(int index) {
    return index < 0 || index >= lines.size() ? "" : lines.get(index);
  }

  private MalformedYaml at(int line, String message) {
    return new MalformedYaml(source.firstLine() + line, message);
  }
}
