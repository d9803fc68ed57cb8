package io.github.feedwright.content.template;

import io.github.feedwright.generator.GeneratorChoice;
import io.github.feedwright.generator.program.Hexo;
import io.github.feedwright.generator.program.Jekyll;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides the conditions of Liquid and Nunjucks. Both take a value that does not exist as false, so
 * one that is not known here counts as that, too.
 *
 * <p>Threads: only the one that renders the post, such as {@code render}.
 */
public final class Conditions {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(\"[^\"]*\"|'[^']*')|(-?\\d+(?:\\.\\d+)?)(?![\\w.])|([A-Za-z_][\\w-]*(?:\\.[\\w-]+"
              + "|\\[(?:-?\\d+|\"[^\"]*\"|'[^']*')])*)(?![\\w.\\[(-])|([!=]==?|<>|[<>]=?|[()]))\\s*");

  /** Liquid does not read what follows without a comma. */
  private static final Pattern ALTERNATIVE =
      Pattern.compile("(?s)\\G\\s*(\"[^\"]*\"|'[^']*'|[^\\s,|\"']+)(?:\\s+or\\s+|\\s*,\\s*|.*)");

  private static final Set<String> NOTHING = Set.of("nil", "null", "none", "undefined");
  private static final int DEEPEST = 20;

  /** What no operand begins with; also a token where the condition cannot be read. */
  private static final String WRONG = "?!=<>()";

  private static final Truth UNKNOWN = new Truth(false, false);

  private final TemplateValues values;

  /** Else Nunjucks, where zero is false, and {@code and} is read before {@code or}. */
  private final boolean isLiquid;

  private final Comparison comparison;

  /** Starts with the values that are known, and the generator that reads the conditions. */
  public Conditions(TemplateValues values, GeneratorChoice choice) {
    this.values = values;
    this.isLiquid =
        !choice.generator().equals(new Hexo())
            && !"njk".equals(choice.values().get("markdownTemplateEngine"));
    this.comparison = new Comparison(isLiquid, choice.generator().equals(new Jekyll()));
  }

  /**
   * What a condition says.
   *
   * @param isKnown whether all that decides it is known
   */
  record Truth(boolean holds, boolean isKnown) {
    private Truth not() {
      return new Truth(!holds, isKnown);
    }

    private Truth and(Truth other) {
      boolean isSure = (isKnown && !holds) || (other.isKnown && !other.holds);
      return new Truth(holds && other.holds, isSure || (isKnown && other.isKnown));
    }

    private Truth or(Truth other) {
      return not().and(other.not()).not();
    }
  }

  /** Whether a condition holds. */
  Truth of(String condition) {
    Deque<String> tokens = new ArrayDeque<>();
    Matcher token = TOKEN.matcher(condition);
    while (token.lookingAt()) {
      tokens.add(token.group().strip());
      token.region(token.end(), condition.length());
    }
    boolean isRead = token.regionStart() == condition.length();
    Truth truth = any(tokens, 0);
    return isRead && tokens.isEmpty() ? truth : UNKNOWN;
  }

  /** Whether a value is one of those that {@code when} names, between commas or {@code or}. */
  Truth ofCase(String value, String named) {
    Truth truth = new Truth(false, true);
    Matcher each = ALTERNATIVE.matcher(named);
    while (each.find()) {
      truth = truth.or(of(value + " == " + each.group(1)));
    }
    return truth;
  }

  private Truth any(Deque<String> tokens, int depth) {
    Truth truth = all(tokens, depth);
    while (takes(tokens, "or")) {
      truth = truth.or(isLiquid ? any(tokens, depth + 1) : all(tokens, depth));
    }
    return truth;
  }

  private Truth all(Deque<String> tokens, int depth) {
    Truth truth = one(tokens, depth);
    while (takes(tokens, "and")) {
      truth = truth.and(isLiquid ? any(tokens, depth + 1) : one(tokens, depth));
    }
    return truth;
  }

  private Truth one(Deque<String> tokens, int depth) {
    if (depth > DEEPEST) {
      tokens.push(WRONG);
      return UNKNOWN;
    }
    if (takes(tokens, "not")) {
      return one(tokens, depth + 1).not();
    }
    if (takes(tokens, "(")) {
      Truth inner = any(tokens, depth + 1);
      if (!takes(tokens, ")")) {
        tokens.push(WRONG);
      }
      return inner;
    }
    String left = operand(tokens);
    String next = tokens.peek();
    return comparison.isOperator(next)
        ? compared(left, tokens.pop(), operand(tokens))
        : truth(left);
  }

  private static boolean takes(Deque<String> tokens, String token) {
    boolean isNext = token.equals(tokens.peek());
    if (isNext) {
      tokens.pop();
    }
    return isNext;
  }

  private static String operand(Deque<String> tokens) {
    String token = tokens.peek();
    if (token == null || WRONG.indexOf(token.charAt(0)) >= 0) {
      // It stays, so that the condition is not read to its end.
      tokens.push(WRONG);
      return WRONG;
    }
    return tokens.pop();
  }

  private Truth truth(String operand) {
    return new Truth(comparison.isTrue(value(operand)), isKnown(operand));
  }

  private Truth compared(String left, String operator, String right) {
    return new Truth(
        comparison.holds(value(left), operator, value(right)), isKnown(left) && isKnown(right));
  }

  private boolean isKnown(String operand) {
    return NOTHING.contains(operand) || isEmpty(operand) || values.compared(operand) != null;
  }

  private @Nullable Object value(String operand) {
    return NOTHING.contains(operand)
        ? null
        : isEmpty(operand) ? Comparison.EMPTY : comparison.value(values.compared(operand));
  }

  private boolean isEmpty(String operand) {
    return isLiquid && operand.equals("empty");
  }
}
