package io.github.feedwright.identity;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An id that is written down for a post, since the rules would give it another one.
 *
 * @param path the post's file below the posts directory, with {@code /}
 * @param id to the letter; without tabs and line ends
 * @param published when the post was first published, or null where that is not known
 * @param note why it is written down; may be empty
 */
public record RecordedId(String path, String id, @Nullable OffsetDateTime published, String note) {}
