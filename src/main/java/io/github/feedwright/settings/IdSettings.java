package io.github.feedwright.settings;

import org.jspecify.annotations.Nullable;

/**
 * Where ids come from that the names of files do not give.
 *
 * @param adopted the ids that a former generator gave, or null if none are adopted
 * @param write whether the server writes ids into {@code ids.tsv} that only its memory keeps
 */
public record IdSettings(@Nullable AdoptedIds adopted, boolean write) {
  /** None are adopted, and nothing is written. */
  public static final IdSettings DEFAULT = new IdSettings(null, false);
}
