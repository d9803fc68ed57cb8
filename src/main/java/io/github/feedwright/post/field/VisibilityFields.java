package io.github.feedwright.post.field;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.post.Visibility;
import io.github.feedwright.post.value.DateText;
import io.github.feedwright.post.value.Flag;
import io.github.feedwright.post.value.MalformedDate;
import io.github.feedwright.post.value.Value;
import io.github.feedwright.problem.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads whether, from when and until when a post is shown. A value that is not understood here
 * hides the post: a draft that is published by mistake cannot be taken back from its readers.
 *
 * <p>Every key says from when the post may be shown: at once, from a time, or never.
 */
public final class VisibilityFields {
  private static final Instant AT_ONCE = Instant.MIN;
  private static final Instant NEVER = Instant.MAX;
  private static final Set<String> SHOWN = Set.of("publish", "published", "featured");
  private static final Set<String> HIDDEN =
      Set.of("draft", "private", "hidden", "pending", "trash", "skip");
  private static final Set<String> LISTS_OF_TERMS = Set.of("taxonomy", "term");
  private static final Set<String> LISTS = Set.of("home", "section", "taxonomy", "term");
  private static final String[] EXPIRES = {"expiryDate", "unpublishdate"};

  private final ZoneId zone;
  private final Generator generator;

  public VisibilityFields(ZoneId zone, Generator generator) {
    this.zone = zone;
    this.generator = generator;
  }

  /**
   * The visibility of a post.
   *
   * @param folders the folders that its file is in
   * @param isIndex whether it is the index of a page bundle, which Hugo need not publish
   */
  public Visibility read(
      Fields fields, List<String> folders, boolean isIndex, Instant date, FieldProblems report) {
    Instant from = folders.stream().anyMatch("_drafts"::equalsIgnoreCase) ? NEVER : date;
    from = latest(from, fields.anyShape("published"), value -> published(value, report));
    from = latest(from, fields.anyShape("draft"), value -> draft(value, report));
    from = latest(from, fields.anyShape("status"), value -> status(value, report));
    from = latest(from, fields.anyShape("publishDate", "pubdate"), value -> time(value, report));
    from = latest(from, fields.anyShape("password"), value -> locked(value, report));
    // Hugo: the bundle's parts are for other pages, and it has no page of its own.
    boolean isHeadless =
        isIndex && fields.anyShape("headless").stream().anyMatch(value -> value.flag() == Flag.YES);
    return isHeadless ? Visibility.NEVER : ending(fields.anyShape(EXPIRES), from, date, report);
  }

  /**
   * The visibility of a section and everything below it. An unknown status does not hide a section,
   * because no generator reads it for sections; of dates, Hugo reads those.
   */
  public Visibility ofSection(Fields fields, Instant date, FieldProblems report) {
    // Hugo: what all pages below inherit; with a target, only some of them. A section that is not
    // published takes all below with it.
    List<Fields> cascade = inherited(fields, LISTS_OF_TERMS);
    List<Fields> forAll = cascade.stream().filter(below -> !hasTarget(below)).toList();
    boolean isDated = generator.datesSections();
    Instant from = isDated ? begin(fields) : AT_ONCE;
    List<Value> begins = new ArrayList<>();
    List<Value> ends = new ArrayList<>();
    if (isDated) {
      forAll.forEach(below -> begins.addAll(below.anyShape("date")));
    }
    for (Fields each : Stream.concat(Stream.of(fields), forAll.stream()).toList()) {
      from = latest(from, each.anyShape("draft"), value -> draft(value, report));
      if (isDated) {
        begins.addAll(each.anyShape("publishDate", "pubdate"));
        from = latest(from, each.anyShape("published"), value -> published(value, report));
        ends.addAll(each.anyShape(EXPIRES));
      }
    }
    from = latest(from, begins, value -> time(value, report));
    boolean isNamed =
        fields.anyShape("published").stream().anyMatch(value -> value.flag() == Flag.NO)
            || fields.anyShape("status").stream()
                .anyMatch(value -> HIDDEN.contains(value.text().toLowerCase(Locale.ROOT)));
    if (!isNamed && !from.equals(NEVER)) {
      from = cascade.stream().anyMatch(below -> hidesSome(below, report)) ? NEVER : from;
    }
    return ending(ends, isNamed ? NEVER : from, date, report);
  }

  /** A date that is not understood hides no section: so much must not disappear by accident. */
  private Instant begin(Fields section) {
    List<Value> dates = section.anyShape("date");
    try {
      return dates.size() == 1 ? DateText.read(dates.get(0).text(), zone).toInstant() : AT_ONCE;
    } catch (MalformedDate malformed) {
      return AT_ONCE;
    }
  }

  /** What a section gives the pages below it in Hugo; not what it gives other sections alone. */
  public static List<Fields> inherited(Fields section) {
    return inherited(section, LISTS);
  }

  private static List<Fields> inherited(Fields section, Set<String> others) {
    return section.each("cascade").stream()
        .filter(below -> Stream.of("_target", "target").allMatch(key -> isFor(below, key, others)))
        .toList();
  }

  private static boolean isFor(Fields below, String key, Set<String> others) {
    Fields target = below.nested(key);
    List<Value> kinds = target == null ? List.of() : target.anyShape("kind");
    return kinds.isEmpty()
        || kinds.stream().anyMatch(kind -> !others.contains(kind.text().toLowerCase(Locale.ROOT)));
  }

  /** Whether a target selects only some posts: without a path, it selects all or their section. */
  private static boolean hasTarget(Fields below) {
    return Stream.of("_target", "target").anyMatch(key -> selects(below, key));
  }

  private static boolean selects(Fields below, String key) {
    Fields target = below.nested(key);
    return target == null
        ? below.get(key) != null
        : !target.anyShape("path", "lang", "environment").isEmpty()
            || target.anyShape("kind").isEmpty();
  }

  /**
   * Whether a cascade turns some posts below into drafts: only Hugo's paths and kinds say which.
   */
  private static boolean hidesSome(Fields below, FieldProblems report) {
    List<Value> hiding =
        hasTarget(below)
            ? below.anyShape("draft").stream().filter(value -> value.flag() != Flag.NO).toList()
            : List.of();
    hiding.stream()
        .limit(1)
        .forEach(
            value ->
                report.unclear(
                    value,
                    "applies only to the posts that the target selects, but targets are not"
                        + " supported, so all posts below are hidden; write draft: true into"
                        + " those posts, and remove it from the cascade to publish the others"));
    return !hiding.isEmpty();
  }

  private Visibility ending(List<Value> ends, Instant begin, Instant date, FieldProblems report) {
    Instant from = begin;
    Instant until = NEVER;
    for (Value value : ends) {
      Instant expires = time(value, report);
      from = expires.equals(NEVER) ? NEVER : from;
      until = expires.isBefore(until) ? expires : until;
    }
    boolean visible = !from.equals(NEVER);
    @Nullable Instant end = until.equals(NEVER) ? null : until;
    return new Visibility(visible, visible ? from : date, end);
  }

  private static Instant latest(
      Instant from, List<Value> values, Function<Value, Instant> showsFrom) {
    Instant latest = from;
    for (Value value : values) {
      Instant next = showsFrom.apply(value);
      latest = next.isAfter(latest) ? next : latest;
    }
    return latest;
  }

  private Instant published(Value value, FieldProblems report) {
    return switch (value.flag()) {
      case YES -> AT_ONCE;
      case NO -> NEVER;
      case UNCLEAR -> {
        try {
          yield DateText.read(value.text(), zone).toInstant();
        } catch (MalformedDate malformed) {
          yield hide(value, "is neither true nor false nor a date; write one of them", report);
        }
      }
    };
  }

  private static Instant draft(Value value, FieldProblems report) {
    return switch (value.flag()) {
      case YES -> NEVER;
      case NO -> AT_ONCE;
      case UNCLEAR -> hide(value, "is neither true nor false; write one of them", report);
    };
  }

  private static Instant status(Value value, FieldProblems report) {
    String status = value.text().toLowerCase(Locale.ROOT);
    if (SHOWN.contains(status)) {
      return AT_ONCE;
    }
    return HIDDEN.contains(status)
        ? NEVER
        : hide(value, "is not a known status; write published or draft", report);
  }

  private Instant time(Value value, FieldProblems report) {
    try {
      return DateText.read(value.text(), zone).toInstant();
    } catch (MalformedDate malformed) {
      return hide(value, malformed.getMessage(), report);
    }
  }

  /** A password of WordPress's imports and Hexo's plugin; it must not appear in a message. */
  private static Instant locked(Value value, FieldProblems report) {
    report.unclear(
        value.key(),
        value.line(),
        "a feed cannot ask for it, so the post is hidden; remove the line to publish the post");
    return NEVER;
  }

  private static Instant hide(Value value, String why, FieldProblems report) {
    report.error(Kind.FIELD, value.line(), value + " " + why + "; until then the post is hidden");
    return NEVER;
  }
}
