package io.github.feedwright.content.template;

import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.Scalar;
import io.github.feedwright.yaml.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares values of data as Liquid does, where 5 is not {@code '5'}, or as Nunjucks does. */
final class Comparison {
  /** Liquid's {@code empty}: a text, a list or a table without anything. */
  static final Object EMPTY =
      new Object() {
        @Override
        public String toString() {
          return "empty";
        }
      };

  private static final Set<String> OPERATORS =
      Set.of("==", "===", "!=", "!==", "<>", "<", ">", "<=", ">=", "contains");

  private static final Set<String> TRUE = Set.of("true", "yes", "on");
  private static final Set<String> FALSE = Set.of("false", "no", "off");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,300}(?:\\.\\d{1,300})?(?:[eE][+-]?\\d{1,3})?");

  private final boolean isLiquid;
  private final boolean isRuby;

  /**
   * Starts.
   *
   * @param isLiquid else Nunjucks
   * @param isRuby whether {@code yes} and {@code no} are words for {@code true} and {@code false}
   */
  Comparison(boolean isLiquid, boolean isRuby) {
    this.isLiquid = isLiquid;
    this.isRuby = isRuby;
  }

  boolean isOperator(@Nullable String token) {
    return token != null && (OPERATORS.contains(token) || (!isLiquid && token.equals("in")));
  }

  /** A value of data: a text, a number, a truth, a list, a table, or null. */
  @Nullable Object value(@Nullable Node node) {
    if (node instanceof Sequence list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.items().forEach(each -> items.add(value(each)));
      return items;
    }
    if (node instanceof Mapping table) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      table.fields().forEach(each -> fields.putIfAbsent(each.key(), value(each.value())));
      return fields;
    }
    return node instanceof Scalar scalar ? plain(scalar) : null;
  }

  private Object plain(Scalar scalar) {
    String word = scalar.plain() ? scalar.text().toLowerCase(Locale.ROOT) : "";
    boolean isTrue = isRuby ? TRUE.contains(word) : word.equals("true");
    if (isTrue || (isRuby ? FALSE.contains(word) : word.equals("false"))) {
      return isTrue;
    }
    Double number = scalar.plain() ? number(word) : null;
    return number == null ? scalar.text() : number;
  }

  private static @Nullable Double number(String text) {
    return NUMBER.matcher(text).matches() ? Double.valueOf(text) : null;
  }

  boolean isTrue(@Nullable Object value) {
    boolean isNothing = !isLiquid && (value instanceof Number || value instanceof String);
    return value != null
        && !value.equals(false)
        && !(isNothing && (value.equals("") || value.equals(0.0)));
  }

  /** Whether a comparison holds. */
  boolean holds(@Nullable Object one, String operator, @Nullable Object other) {
    return switch (operator) {
      case "==", "===" -> isSame(one, operator, other);
      case "!=", "!==", "<>" -> !isSame(one, operator, other);
      case "contains" -> contains(one, other);
      case "in" -> contains(other, one);
      default -> isOrdered(one, operator, other);
    };
  }

  private boolean isSame(@Nullable Object one, String operator, @Nullable Object other) {
    if (one == EMPTY || other == EMPTY) {
      return isEmpty(one == EMPTY ? other : one);
    }
    boolean isLoose = !isLiquid && operator.length() == 2;
    if (isLoose && one instanceof Number && other instanceof String text) {
      return one.equals(number(text.strip()));
    }
    if (isLoose && other instanceof Number && one instanceof String text) {
      return other.equals(number(text.strip()));
    }
    return one == null ? other == null : one.equals(other);
  }

  private static boolean isEmpty(@Nullable Object value) {
    return "".equals(value)
        || (value instanceof Collection<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> table && table.isEmpty());
  }

  private static boolean contains(@Nullable Object all, @Nullable Object one) {
    if (all instanceof String text) {
      return one != null && text.contains(shown(one));
    }
    return (all instanceof List<?> list && list.contains(one) && one != null)
        || (all instanceof Map<?, ?> table && table.containsKey(one));
  }

  private static String shown(Object value) {
    return value instanceof Double number && number == Math.rint(number)
        ? String.valueOf(number.longValue())
        : value.toString();
  }

  private static boolean isOrdered(@Nullable Object one, String operator, @Nullable Object other) {
    Integer order = null;
    if (one instanceof Double first && other instanceof Double second) {
      order = first.compareTo(second);
    } else if (one instanceof String first && other instanceof String second) {
      order = first.compareTo(second);
    }
    return order != null
        && switch (operator) {
          case "<" -> order < 0;
          case "<=" -> order <= 0;
          case ">" -> order > 0;
          default -> order >= 0;
        };
  }
}
