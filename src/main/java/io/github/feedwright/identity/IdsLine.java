package io.github.feedwright.identity;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code ids.tsv}.
 *
 * @param number from 1
 * @param text as it is in the file, without its line end
 * @param recorded its content, or null if it is blank, a comment, or not understood
 * @param problems what in it is not understood
 */
record IdsLine(int number, String text, @Nullable RecordedId recorded, List<Problem> problems) {
  private static final int FIELDS = 4;

  static IdsLine read(String text, int number) {
    if (text.isBlank() || text.startsWith("#")) {
      return new IdsLine(number, text, null, List.of());
    }
    String[] fields = text.split("\t", FIELDS);
    String path = fields[0].strip();
    String id = fields.length > 1 ? fields[1].strip() : "";
    if (path.isEmpty() || id.isEmpty()) {
      String message =
          "\""
              + text.strip()
              + "\" is not a path and an id with a tab between them; fix or"
              + " remove it";
      return new IdsLine(number, text, null, List.of(error(number, message)));
    }
    List<Problem> problems = new ArrayList<>();
    OffsetDateTime published =
        published(fields.length > 2 ? fields[2].strip() : "", number, problems);
    String note = fields.length == FIELDS ? fields[FIELDS - 1].strip() : "";
    return new IdsLine(number, text, new RecordedId(path, id, published, note), problems);
  }

  private static @Nullable OffsetDateTime published(
      String text, int number, List<Problem> problems) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException malformed) {
      String message =
          "published: \""
              + text
              + "\" is not a time such as 2013-07-12T13:35:41Z; the id counts, but fix the time,"
              + " or leave it out";
      problems.add(error(number, message));
      return null;
    }
  }

  private static Problem error(int line, String message) {
    return Problem.error(IdsFile.NAME, line, Kind.ID, message);
  }

  static String write(RecordedId id) {
    OffsetDateTime published = id.published();
    String time = published == null ? "" : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(published);
    return String.join("\t", id.path(), id.id(), time, id.note()).stripTrailing();
  }
}
