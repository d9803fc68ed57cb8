package io.github.feedwright.content.source;

import io.github.feedwright.content.limit.Budget;
import io.github.feedwright.content.limit.CountedText;
import io.github.feedwright.content.limit.TooCostly;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.text.OneLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What there is to say about one post's body: each thing once, where it first occurs. */
public final class ContentProblems {
  /** More than this many and the rest is like them. */
  private static final int MOST = 50;

  private static final String SHOWN =
      " is not a supported shortcode; shown as text; write out its value";

  private static final Pattern END_TAG = Pattern.compile("</([^\\s/<>]++)");

  private static final int LONGEST_VALUE = 60;

  private static final int LONGEST_LITERAL = 500;

  private final Post post;
  private final BodyText source;
  private final Budget search;
  private final Map<String, Problem> problems = new LinkedHashMap<>();

  // Elements may differ ten thousand times, and the text is as long as all of them.
  private final AtomicReference<@Nullable NavigableSet<String>> closed = new AtomicReference<>();

  /**
   * Nothing found yet.
   *
   * @param search how much work it may be to find the lines; where it is spent, the body's stands
   */
  public ContentProblems(Post post, BodyText source, Budget search) {
    this.post = post;
    this.source = source;
    this.search = search;
  }

  /** A warning about what begins at an index of the body. */
  public void at(int index, String message) {
    if (isNew(message)) {
      report(source.line(index), message);
    }
  }

  /** A warning about the first match outside of code, else within it, else about the body. */
  public void of(Pattern pattern, String message) {
    of(() -> pattern, message);
  }

  /** The same with a pattern that is made only where it is needed: to make it costs, too. */
  public void of(Supplier<Pattern> pattern, String message) {
    if (isNew(message)) {
      int index = first(pattern.get());
      report(index < 0 ? post.body().line() : source.line(index), message);
    }
  }

  private int first(Pattern pattern) {
    CodeRanges code = source.code();
    try {
      return first(pattern.matcher(new CountedText(source.text(), search)), code);
    } catch (TooCostly e) {
      return -1;
    }
  }

  private static int first(Matcher matcher, CodeRanges code) {
    int inCode = -1;
    int from = 0;
    while (matcher.find(from)) {
      if (!code.holds(matcher.start())) {
        return matcher.start();
      }
      inCode = inCode < 0 ? matcher.start() : inCode;
      from = matcher.end();
    }
    return inCode;
  }

  /** A warning about the first place that holds an attribute's value. */
  public void of(String value, String message) {
    of(() -> Pattern.compile(written(value)), message);
  }

  /** What matches an attribute's value in the text, where its ampersands may be entities. */
  public static String written(String value) {
    // The beginning finds it; java.util.regex takes quadratic time for a long literal.
    return Pattern.compile("&")
        .splitAsStream(value.substring(0, Math.min(LONGEST_LITERAL, value.length())))
        .map(Pattern::quote)
        .collect(Collectors.joining("&(?:amp;)?"));
  }

  /** What to say of something that another generator would have filled in. */
  public static String unknown(String tag) {
    return quoted(tag) + SHOWN;
  }

  /** A warning about an address that was removed for the templates in it, instead of theirs. */
  public void ofTemplates(String address, List<String> tags, String message) {
    for (String tag : tags) {
      String begin = quoted(tag).replaceFirst("…?\"$", "").stripTrailing();
      for (Problem former : List.copyOf(problems.values())) {
        if (former.message().startsWith(begin) && former.message().endsWith(SHOWN)) {
          problems.remove(former.message());
          report(former.line(), message);
        }
      }
    }
    of(address, message);
  }

  /** Whether so much was found that more is neither looked for nor said. */
  public boolean isFull() {
    return problems.size() >= MOST;
  }

  /** Finding a line costs: a text may hold one mistake ten thousand times. */
  private boolean isNew(String message) {
    return !isFull() && !problems.containsKey(message);
  }

  /** Whether the body holds an end tag whose name begins so, in whatever case. */
  public boolean closes(String name) {
    NavigableSet<String> known = closed.get();
    if (known == null) {
      known = endTags(source.text());
      closed.set(known);
    }
    String wanted = name.toLowerCase(Locale.ROOT);
    String next = known.ceiling(wanted);
    return next != null && next.startsWith(wanted);
  }

  private static NavigableSet<String> endTags(String text) {
    return END_TAG
        .matcher(text)
        .results()
        .map(tag -> tag.group(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A warning about the first of these fields that the post has. */
  public void ofField(String message, String... keys) {
    report(post.lines().of(keys), message);
  }

  /** The author's value as a message shows it: quoted, on one line, shortened. */
  public static String quoted(String value) {
    String line = OneLine.of(value);
    int end =
        line.offsetByCodePoints(0, Math.min(LONGEST_VALUE, line.codePointCount(0, line.length())));
    return "\"" + (end < line.length() ? line.substring(0, end) + "…" : line) + "\"";
  }

  private void report(int line, String message) {
    if (problems.size() < MOST) {
      problems.putIfAbsent(message, Problem.warning(post.path(), line, Kind.CONTENT, message));
    }
  }

  /** Everything found, by line. */
  public List<Problem> sorted() {
    return problems.values().stream().sorted().toList();
  }
}
