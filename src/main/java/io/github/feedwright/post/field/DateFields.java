package io.github.feedwright.post.field;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.post.FieldLines;
import io.github.feedwright.post.file.PostName;
import io.github.feedwright.post.value.DateText;
import io.github.feedwright.post.value.MalformedDate;
import io.github.feedwright.post.value.Value;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.text.Quoted;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a post was published and changed. */
public final class DateFields {
  private static final String[] GOES_LIVE = {"published", "publishDate", "pubdate"};
  private static final String[] WRITTEN = {
    "pubDatetime",
    "publishedAt",
    "published_at",
    "datePublished",
    "date_published",
    "created",
    "createdAt",
    "created_at"
  };
  private static final String[] MODIFIED = {
    "last_modified_at", "lastmod", "modified", "updated", "modified_time", "last_updated",
    "modDatetime", "updatedDate", "updated_at", "updatedAt", "lastUpdated", "dateModified",
    "date_modified"
  };

  /** In a map: {@code date: {created: …, updated: …}}. */
  private static final String[] BEGUN = {"created", "published"};

  private static final String[] CHANGED = {"updated", "modified"};

  private final ZoneId zone;
  private final Generator generator;

  /**
   * A post's last change.
   *
   * @param ahead what to report while it lies in the future
   */
  public record Modified(OffsetDateTime time, Problem ahead) {}

  /**
   * Reads them.
   *
   * @param zone of dates without one
   */
  public DateFields(ZoneId zone, Generator generator) {
    this.zone = zone;
    this.generator = generator;
  }

  /**
   * The post's date: from its front matter, else its file name, else its own path, else its
   * folders.
   *
   * @return the date, or null if nothing gives one; what does not parse has been reported
   */
  public @Nullable OffsetDateTime date(
      Fields fields, PostName name, @Nullable String ownPath, FieldProblems report) {
    OffsetDateTime date = fromFields(fields, report);
    if (date == null) {
      date = fromDay(name.date(), "the file name's date", report);
    }
    if (date == null && ownPath != null) {
      date = fromDay(PostName.Day.in(Arrays.asList(ownPath.split("/"))), "the path's date", report);
    }
    if (date == null) {
      date = fromDay(PostName.Day.in(name.folders()), "the folders' date", report);
    }
    return date;
  }

  /** Whether the front matter has a field that can date its post. */
  static boolean isNamed(FieldLines lines) {
    return Stream.of(new String[] {"date"}, GOES_LIVE, WRITTEN)
        .flatMap(Arrays::stream)
        .anyMatch(lines::has);
  }

  /**
   * When the post last changed, as its author says, or null. A change before the post's date, such
   * as the last edit of a post that was scheduled, is none: it would date the entry before it was
   * published.
   *
   * @param published the post's date, or null
   */
  public @Nullable Modified modified(
      Fields fields, @Nullable OffsetDateTime published, FieldProblems report) {
    List<Value> values = new ArrayList<>(fields.values(MODIFIED));
    Fields both = fields.nested("date");
    if (both != null) {
      values.addAll(both.values(CHANGED));
    }
    for (Value value : values) {
      try {
        OffsetDateTime time = DateText.read(generator.date(value.text()), zone);
        if (published == null || !time.toInstant().isBefore(published.toInstant())) {
          return new Modified(
              time,
              report.warning(
                  value, "is in the future and is ignored until then; write the time of the edit"));
        }
        if (!isDayOf(time, published)) {
          report.unclear(
              value,
              "is before the post's date and is ignored; write the time of the edit, or remove it");
        }
      } catch (MalformedDate malformed) {
        report.unclear(value, malformed.getMessage());
      }
    }
    return null;
  }

  /** Whether it is midnight, as for a day without a time, of the day on which a post appeared. */
  private static boolean isDayOf(OffsetDateTime time, OffsetDateTime published) {
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        && time.toLocalDate()
            .equals(published.withOffsetSameInstant(time.getOffset()).toLocalDate());
  }

  private @Nullable OffsetDateTime fromFields(Fields fields, FieldProblems report) {
    Fields both = fields.nested("date");
    List<Value> begun = both == null ? List.of() : both.values(BEGUN);
    for (Value value : begun.isEmpty() ? fields.anyShape("date") : begun) {
      OffsetDateTime date = read(value, report);
      if (date != null) {
        return date;
      }
    }
    // VisibilityFields reports what is wrong with these fields.
    for (Value value : fields.anyShape(GOES_LIVE)) {
      OffsetDateTime date = readQuietly(value);
      if (date != null) {
        return date;
      }
    }
    for (Value value : fields.anyShape(WRITTEN)) {
      OffsetDateTime date = read(value, report);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private @Nullable OffsetDateTime readQuietly(Value value) {
    try {
      return DateText.read(generator.date(value.text()), zone);
    } catch (MalformedDate malformed) {
      return null;
    }
  }

  private @Nullable OffsetDateTime read(Value value, FieldProblems report) {
    String text = value.text();
    try {
      // A list of one counts as its item, as with every field.
      boolean isList = text.startsWith("[") && text.endsWith("]");
      return DateText.read(
          isList ? text.substring(1, text.length() - 1) : generator.date(text), zone);
    } catch (MalformedDate malformed) {
      report.error(Kind.DATE, value.line(), value + " " + malformed.getMessage());
      return null;
    }
  }

  private @Nullable OffsetDateTime fromDay(
      PostName.@Nullable Day day, String source, FieldProblems report) {
    if (day == null) {
      return null;
    }
    try {
      return day.time() != null
          ? DateText.read(day.toString(), zone)
          : DateText.midnight(day.year(), day.month(), day.day(), zone);
    } catch (MalformedDate malformed) {
      report.error(
          Kind.DATE,
          1,
          source
              + " "
              + Quoted.of(day.toString())
              + " "
              + malformed.reason()
              + "; fix it, or write date: 2013-07-12 in the front matter");
      return null;
    }
  }
}
