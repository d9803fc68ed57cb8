package io.github.feedwright.history;

import io.github.feedwright.file.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The result of the last walk in a file: a line with its commit, a digest of its rules, the second
 * until which it is right, and the number of lines that follow; then for each file its path, the
 * second and the offset. If the file is damaged, cut off or made by other rules, it is ignored.
 *
 * @param file its path, or null to store nothing
 */
record DateCache(@Nullable Path file) {
  /**
   * The result of a walk.
   *
   * @param head the commit where it started
   * @param rules a digest of its rules
   * @param until when the first of the dates counts that are still too far ahead
   * @param dates by path below the root of the repository
   */
  record Kept(ObjectId head, String rules, Instant until, Map<String, OffsetDateTime> dates) {}

  /** The stored result, or null. */
  @Nullable Kept read() {
    if (file == null) {
      return null;
    }
    try {
      List<String> lines = Files.readAllLines(file);
      String[] first = lines.get(0).split("\t", -1);
      Map<String, OffsetDateTime> dates = new HashMap<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split("\t", -1);
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(Integer.parseInt(cells[2]));
        dates.put(cells[0], Instant.ofEpochSecond(Long.parseLong(cells[1])).atOffset(offset));
      }
      Instant until = Instant.ofEpochSecond(Long.parseLong(first[2]));
      return dates.size() == Integer.parseInt(first[3])
          ? new Kept(ObjectId.fromString(first[0]), first[1], until, dates)
          : null;
    } catch (IOException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | DateTimeException unusable) {
      return null;
    }
  }

  /** Stores the result of a walk; if that fails, the next start needs a walk. */
  void write(Kept kept) {
    if (file == null) {
      return;
    }
    StringBuilder text = new StringBuilder();
    Map<String, OffsetDateTime> dates = new TreeMap<>(kept.dates());
    dates.keySet().removeIf(path -> path.indexOf('\t') >= 0 || path.indexOf('\n') >= 0);
    text.append(kept.head().name()).append('\t').append(kept.rules()).append('\t');
    text.append(kept.until().getEpochSecond()).append('\t').append(dates.size()).append('\n');
    dates.forEach(
        (path, date) ->
            text.append(path)
                .append('\t')
                .append(date.toEpochSecond())
                .append('\t')
                .append(date.getOffset().getTotalSeconds())
                .append('\n'));
    try {
      PrivateFile.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException | UnsupportedOperationException full) {
      // The dates are correct without the file.
    }
  }
}
