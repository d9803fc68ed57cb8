package io.github.feedwright.post.field;

import io.github.feedwright.post.Syndication;
import io.github.feedwright.post.value.Flag;
import io.github.feedwright.post.value.Value;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.settings.FeedContent;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads whether feeds may hold a post, and how much of it. */
public final class FeedFields {
  private static final String[] OUT_WHERE_TRUE = {
    "rss.exclude", "hiddenInRss", "feed_exclude", "disable_feed", "excludeRSS", "unlisted"
  };

  private static final Pattern IN_A_LIST = Pattern.compile("[\\[\\],\\s]+");

  private FeedFields() {}

  /** All that the fields say of it, and the summary. */
  public static Syndication read(Fields fields, FieldProblems report) {
    return new Syndication(
        inFeeds(fields, report),
        content(fields, report),
        TextFields.summary(fields, report),
        fields.values("note").stream().noneMatch(value -> value.flag() == Flag.NO),
        TextFields.excerptSeparator(fields));
  }

  /** Whether feeds may hold the post; a value that is not understood keeps it out. */
  private static boolean inFeeds(Fields fields, FieldProblems report) {
    boolean out = fields.anyShape("syndicate").stream().anyMatch(FeedFields::namesNone);
    out |= says(Flag.YES, fields.anyShape(OUT_WHERE_TRUE), report);
    for (String key : List.of("feed", "rss")) {
      Fields nested = fields.nested(key);
      out |=
          nested == null
              ? says(Flag.NO, fields.anyShape(key), report)
              : says(Flag.YES, nested.anyShape("exclude"), report);
    }
    return !out;
  }

  /** Whether any value is this flag, or cannot be understood, which is reported. */
  private static boolean says(Flag flag, List<Value> values, FieldProblems report) {
    boolean says = false;
    for (Value value : values) {
      says |= value.flag() == flag || value.flag() == Flag.UNCLEAR;
      if (value.flag() == Flag.UNCLEAR && !(flag == Flag.NO && isNone(value))) {
        report.error(
            Kind.FIELD,
            value.line(),
            value
                + " is neither true nor false; write one of them; until then the post is kept out of feeds");
      }
    }
    return says;
  }

  /** Whether a value is {@code none}, or a list that contains it. */
  private static boolean namesNone(Value value) {
    return IN_A_LIST
        .splitAsStream(value.text())
        .anyMatch(each -> isNone(new Value(value.key(), each, value.line())));
  }

  private static boolean isNone(Value value) {
    return value.flag() == Flag.NO || value.text().equalsIgnoreCase("none");
  }

  /**
   * {@code feed_content}, else jekyll-feed's {@code feed: {excerpt_only}}; null for the site's
   * setting.
   */
  private static @Nullable FeedContent content(Fields fields, FieldProblems report) {
    for (Value value : fields.values("feed_content")) {
      String text = value.text().toUpperCase(Locale.ROOT);
      for (FeedContent content : FeedContent.values()) {
        if (content.name().equals(text)) {
          return content;
        }
      }
      report.unclear(value, "is neither full nor excerpt; write one of them");
    }
    return excerptOnly(fields, report);
  }

  private static @Nullable FeedContent excerptOnly(Fields fields, FieldProblems report) {
    Fields feed = fields.nested("feed");
    Value only = feed == null ? null : feed.value("excerpt_only");
    if (only == null) {
      return null;
    }
    return switch (only.flag()) {
      case YES -> FeedContent.EXCERPT;
      case NO -> FeedContent.FULL;
      case UNCLEAR -> {
        report.unclear(only, "is neither true nor false; write one of them");
        yield null;
      }
    };
  }
}
