package io.github.feedwright.settings;

import org.jspecify.annotations.Nullable;

/**
 * Where ids come from that the names of files do not give.
 *
 * @param adopted the ids that a former generator gave, or null if none are adopted
 */
public record IdSettings(@Nullable AdoptedIds adopted) {
  /** None are adopted. */
  public static final IdSettings DEFAULT = new IdSettings(null);
}
