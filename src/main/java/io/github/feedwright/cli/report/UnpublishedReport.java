package io.github.feedwright.cli.report;

import io.github.feedwright.intake.state.Unpublished;
import io.github.feedwright.intake.state.Unpublished.Reason;
import io.github.feedwright.text.Json;
import io.github.feedwright.text.Json.ObjectWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says what is not published, and why.
 *
 * @param files by path
 */
public record UnpublishedReport(List<Unpublished> files) {
  /** How many files of each kind there are, and where they are listed; null if there is none. */
  public @Nullable String summary() {
    if (files.isEmpty()) {
      return null;
    }
    Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
    files.forEach(each -> counts.merge(each.reason(), 1, Integer::sum));
    List<String> kinds = new ArrayList<>();
    counts.forEach((reason, count) -> kinds.add(kind(reason, count)));
    return "Not published: " + String.join(", ", kinds) + "; check --unpublished lists them";
  }

  private String kind(Reason reason, int count) {
    return switch (reason) {
      case DRAFT -> Counts.count(count, "draft");
      case SCHEDULED -> count + " scheduled (the next at " + next() + ")";
      case EXPIRED -> count + " expired";
      case FAULTY -> Counts.count(count, "file") + " with an error";
      case UNDATED -> Counts.count(count, "file") + " without a date";
      case BARE -> Counts.count(count, "file") + " without front matter";
    };
  }

  private @Nullable Instant next() {
    return files.stream()
        .filter(each -> each.reason() == Reason.SCHEDULED)
        .map(Unpublished::when)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** One line for each file. */
  public List<String> lines() {
    return files.stream().map(each -> each.path() + ": " + why(each)).toList();
  }

  private static String why(Unpublished file) {
    return switch (file.reason()) {
      case DRAFT -> "a draft, or it may be one";
      case SCHEDULED -> "scheduled for " + file.when();
      case EXPIRED -> "expired at " + file.when();
      case FAULTY -> "it has an error; check says which";
      case UNDATED -> "without a date; add a line such as date: 2026-01-31";
      case BARE ->
          "without front matter; to publish it, begin it with four lines: ---, title: Its title,"
              + " date: 2026-01-31, ---";
    };
  }

  /** An array with one object for each file: file, reason, and when, if it has one. */
  public String json() {
    return Json.COMPACT.objects(files, UnpublishedReport::write);
  }

  private static void write(ObjectWriter out, Unpublished file) {
    out.text("file", file.path());
    out.text("reason", name(file.reason()));
    out.text("when", file.when() == null ? null : file.when().toString());
  }

  private static String name(Reason reason) {
    return reason == Reason.BARE ? "without-front-matter" : reason.name().toLowerCase(Locale.ROOT);
  }
}
