package io.github.feedwright.history;

import io.github.feedwright.text.Nfc;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When the commits of a repository last changed each file.
 *
 * @param byPath the author date of that commit, by path below the posts directory in Unicode NFC; a
 *     file that no counted commit changed is not in it
 */
public record CommitDates(Map<String, OffsetDateTime> byPath) {
  /** No file has a date. */
  public static final CommitDates NONE = new CommitDates(Map.of());

  public CommitDates {
    byPath = Map.copyOf(byPath);
  }

  /** When a file was last changed, or null. */
  public @Nullable OffsetDateTime of(String path) {
    return byPath.isEmpty() ? null : byPath.get(Nfc.of(path));
  }
}
