package io.github.feedwright.content.source;

import io.github.feedwright.content.limit.Budget;
import io.github.feedwright.content.limit.CountedText;
import io.github.feedwright.content.limit.TooCostly;
import io.github.feedwright.content.url.Fault;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.text.PercentEncoding;
import io.github.feedwright.text.Quoted;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collects the problems of one post's body: each message once, where it first occurs.
 *
 * <p>Threads: only the one that renders the post, such as {@code render}; what it holds is atomic
 * because fields of this package are final.
 */
public final class ContentProblems {
  /** The maximum number of problems; more would not help the author. */
  private static final int MOST = 50;

  private static final String SHOWN =
      " is not a supported shortcode; shown as text; write out its value";

  /** Where more files are missing, all of them may be: they must not hide what else there is. */
  private static final int MOST_DEAD = 10;

  private static final String LEADS_NOWHERE = " leads nowhere: ";

  /** Where unescaped XML is in a post, it is all of it: this line is the same for each element. */
  private static final String UNKNOWN = "unknown elements";

  /** How many unknown elements are named. */
  private static final int NAMED = 3;

  private static final Pattern END_TAG = Pattern.compile("</([^\\s/<>]++)");

  private static final int LONGEST_LITERAL = 500;

  private final Post post;
  private final BodyText source;
  private final Budget search;
  private final Map<String, Problem> problems = new LinkedHashMap<>();
  private final Set<String> dead = new HashSet<>();
  private final Set<String> unknown = new LinkedHashSet<>();

  // Elements may differ ten thousand times, so the text is read only once for all of them.
  private final AtomicReference<@Nullable NavigableSet<String>> closed = new AtomicReference<>();

  /**
   * Starts without problems.
   *
   * @param search how much work is allowed to find lines; after that, the line of the body is used
   */
  public ContentProblems(Post post, BodyText source, Budget search) {
    this.post = post;
    this.source = source;
    this.search = search;
  }

  /** Warns about what begins at an index of the body. */
  public void at(int index, String message) {
    if (isNew(message)) {
      report(source.line(index), message);
    }
  }

  /** Warns about the first match outside of code, else inside code, else about the body. */
  public void of(Pattern pattern, String message) {
    of(() -> pattern, message);
  }

  /** Warns like that, with a pattern that is compiled only if needed: compiling costs time too. */
  public void of(Supplier<Pattern> pattern, String message) {
    if (isNew(message)) {
      report(line(pattern.get()), message);
    }
  }

  /** Adds a note about something that a reader hardly misses. */
  public void note(Supplier<Pattern> pattern, String message) {
    if (isNew(message)) {
      problems.put(message, Problem.note(post.path(), line(pattern.get()), Kind.CONTENT, message));
    }
  }

  /** Warns about an element that HTML does not have: in one line for all, at the first. */
  public void ofUnknown(Supplier<Pattern> pattern, String tag) {
    Problem first = problems.get(UNKNOWN);
    if ((first != null || !isFull()) && unknown.add(tag)) {
      int line = first == null ? line(pattern.get()) : first.line();
      problems.put(
          UNKNOWN, Problem.warning(post.path(), line, Kind.CONTENT, unknownElements(unknown)));
    }
  }

  private static String unknownElements(Set<String> tags) {
    List<String> named = tags.stream().limit(NAMED).map(Quoted::of).toList();
    int others = tags.size() - named.size();
    if (tags.size() == 1) {
      return "the unknown element "
          + named.get(0)
          + " was removed and its content kept: use an HTML element";
    }
    return "the unknown elements "
        + String.join(", ", named)
        + (others == 0 ? "" : " and " + others + (others == 1 ? " other" : " others"))
        + " were removed and their content kept: put the text into a code block, or use HTML"
        + " elements";
  }

  /** Warns about a tag of a template language, at an index of the body. */
  public void ofTag(int index, String message) {
    if (isNew(message)) {
      problems.put(
          message, Problem.warning(post.path(), source.line(index), Kind.TEMPLATE, message));
    }
  }

  /** Adds a note about a tag without which a reader hardly misses anything. */
  public void noteTag(int index, String message) {
    if (isNew(message)) {
      problems.put(message, Problem.note(post.path(), source.line(index), Kind.TEMPLATE, message));
    }
  }

  private int line(Pattern pattern) {
    int index = first(pattern);
    return index < 0 ? post.body().line() : source.line(index);
  }

  private int first(Pattern pattern) {
    Matcher matcher = pattern.matcher(new CountedText(source.text(), search));
    try {
      return matcher.find() ? first(matcher, matcher.start()) : -1;
    } catch (TooCostly e) {
      return -1;
    }
  }

  /** To know what is code costs a parse; most posts have one problem or none, or it is clear. */
  private int first(Matcher matcher, int first) {
    if (!matcher.find()) {
      return first;
    }
    CodeRanges around = problems.isEmpty() ? source.codeAround(first) : source.code();
    if (!around.holds(first)) {
      return first;
    }
    CodeRanges code = source.code();
    do {
      if (!code.holds(matcher.start())) {
        return matcher.start();
      }
    } while (matcher.find());
    return first;
  }

  /** Warns about the first place with an attribute's value. */
  public void of(String value, String message) {
    of(() -> Pattern.compile(written(value)), message);
  }

  /** Whether to report a reference that leads nowhere: each once, and not too many. */
  public boolean wantsDead(String reference) {
    return !isFull() && dead.size() < MOST_DEAD && !dead.contains(reference);
  }

  /**
   * Warns about a reference that leads nowhere.
   *
   * @param what it is, such as {@code the image}
   */
  public void ofDead(String reference, String what, Fault fault) {
    dead.add(reference);
    String shown = PercentEncoding.decode(reference);
    Supplier<Pattern> pattern = () -> Pattern.compile(written(reference) + "|" + written(shown));
    if (!fault.isOfType()) {
      of(pattern, what + " " + Quoted.of(shown) + LEADS_NOWHERE + fault.text());
    } else if (isNew(fault.text())) {
      report(line(pattern.get()), Kind.FILE_TYPE, fault.text());
    }
  }

  /** Warns about the first of these fields that the post has. */
  public void ofDead(String reference, String field, Fault fault, String... keys) {
    dead.add(reference);
    if (fault.isOfType()) {
      report(post.lines().of(keys), Kind.FILE_TYPE, fault.text());
    } else {
      ofField(field + ": " + Quoted.of(reference) + LEADS_NOWHERE + fault.text(), keys);
    }
  }

  /** A pattern for an attribute's value in the text, where its ampersands may be entities. */
  public static String written(String value) {
    // The beginning is enough; java.util.regex takes quadratic time for a long literal.
    return Pattern.compile("&")
        .splitAsStream(value.substring(0, Math.min(LONGEST_LITERAL, value.length())))
        .map(Pattern::quote)
        .collect(Collectors.joining("&(?:amp;)?"));
  }

  /** The message for something that another generator would have expanded. */
  public static String unknown(String tag) {
    return Quoted.of(tag) + SHOWN;
  }

  /**
   * Warns about an address that was removed because of its templates, in place of warnings about
   * the templates.
   */
  public void ofTemplates(String address, List<String> tags, String message) {
    for (String tag : tags) {
      String begin = Quoted.of(tag).replaceFirst("…?\"$", "").stripTrailing();
      for (Problem former : List.copyOf(problems.values())) {
        if (former.message().startsWith(begin) && former.message().endsWith(SHOWN)) {
          problems.remove(former.message());
          report(former.line(), message);
        }
      }
    }
    of(address, message);
  }

  /** Whether the maximum was reached, so that no more problems are searched or reported. */
  public boolean isFull() {
    return problems.size() >= MOST;
  }

  /** Finding a line costs time: a text may contain one mistake ten thousand times. */
  private boolean isNew(String message) {
    return !isFull() && !problems.containsKey(message);
  }

  /** Whether the body contains an end tag whose name begins like this, in upper or lower case. */
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

  /** Warns about the first of these fields that the post has. */
  public void ofField(String message, String... keys) {
    report(post.lines().of(keys), message);
  }

  private void report(int line, String message) {
    report(line, Kind.CONTENT, message);
  }

  private void report(int line, Kind kind, String message) {
    if (problems.size() < MOST) {
      problems.putIfAbsent(message, Problem.warning(post.path(), line, kind, message));
    }
  }

  /** Everything found, by line. */
  public List<Problem> sorted() {
    return problems.values().stream().sorted().toList();
  }
}
