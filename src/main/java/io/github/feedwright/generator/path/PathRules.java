package io.github.feedwright.generator.path;

import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration of a generator says of files by their paths below its content: which are
 * not read, and the fields that others have unless they state them.
 *
 * @param rules of a field, the last rule counts
 */
public record PathRules(List<Rule> rules) {
  /** It says nothing. */
  public static final PathRules NONE = new PathRules(List.of());

  /** More than one path needs, and far less than a hostile expression would like. */
  private static final int MOST_STEPS = 100_000;

  public PathRules {
    rules = List.copyOf(rules);
  }

  /**
   * What is said of some files.
   *
   * @param files found in their paths
   * @param fields the fields that they have; null if they are not read
   * @param groups the fields whose values are groups of the pattern
   */
  public record Rule(Pattern files, @Nullable Mapping fields, List<String> groups) {
    public Rule {
      groups = List.copyOf(groups);
    }

    private boolean isFor(String path) {
      return found(path) != null;
    }

    /** An expression that takes too long is taken to fit: what it hides must not be published. */
    private @Nullable Matcher found(String path) {
      Matcher matcher = files.matcher(new LimitedText(path, MOST_STEPS));
      try {
        return matcher.find() ? matcher : null;
      } catch (LimitedText.TooLong endless) {
        return Pattern.compile("").matcher("");
      }
    }

    private Stream<Mapping.Field> of(String path) {
      Matcher found = fields == null ? null : found(path);
      if (found == null || fields == null) {
        return Stream.empty();
      }
      return Stream.concat(
          fields.fields().stream(),
          groups.stream()
              .filter(name -> found.group(name) != null)
              .map(name -> new Mapping.Field(name, 1, new Scalar(found.group(name), true, 1))));
    }
  }

  /** A rule for files that are not read; none if the expression is not understood. */
  static Stream<Rule> ignoring(String expression) {
    return giving(expression, null, List.of());
  }

  /** The same for files that a configuration names in one of these ways. */
  static Stream<Rule> ignoring(Collection<String> expressions) {
    return expressions.stream().flatMap(PathRules::ignoring);
  }

  /** A rule for files that have fields. */
  static Stream<Rule> giving(String expression, @Nullable Mapping fields, List<String> groups) {
    try {
      return Stream.of(new Rule(Pattern.compile(expression), fields, groups));
    } catch (PatternSyntaxException unknown) {
      return Stream.empty();
    }
  }

  static PathRules of(List<Stream<Rule>> rules) {
    return new PathRules(rules.stream().flatMap(each -> each).toList());
  }

  /** Whether the file at a path is not read. */
  public boolean ignore(String path) {
    return rules.stream().anyMatch(rule -> rule.fields() == null && rule.isFor(path));
  }

  /** What the rules give the file at a path, the rules that count before others. */
  public List<Mapping> fields(String path) {
    List<Mapping> given = new ArrayList<>();
    for (int rule = rules.size() - 1; rule >= 0; rule--) {
      List<Mapping.Field> fields = rules.get(rule).of(path).toList();
      if (!fields.isEmpty()) {
        given.add(new Mapping(fields, 1));
      }
    }
    return given;
  }
}
