package io.github.feedwright.identity;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An id that is recorded for a post because the rules would give it another one.
 *
 * @param path the post's file below the posts directory, with {@code /}
 * @param id exactly as it is published; without tabs and line ends
 * @param published when the post was first published, or null if that is unknown
 * @param note why it is recorded; may be empty
 */
public record RecordedId(String path, String id, @Nullable OffsetDateTime published, String note) {
  /** Its line in {@code ids.tsv}. */
  public String line() {
    return IdsLine.write(this);
  }
}
