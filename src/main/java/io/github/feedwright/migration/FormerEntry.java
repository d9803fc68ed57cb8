package io.github.feedwright.migration;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as a previous generator published it.
 *
 * @param id its id, exactly as readers know it
 * @param links its addresses, as written
 * @param title as written, may contain markup; may be empty
 * @param published when it was published, or null
 * @param updated when it was last changed, or null
 * @param number WordPress's, or null
 * @param text its content, as text or HTML; may be empty
 */
public record FormerEntry(
    String id,
    List<String> links,
    String title,
    @Nullable OffsetDateTime published,
    @Nullable OffsetDateTime updated,
    @Nullable String number,
    String text) {
  public FormerEntry {
    links = List.copyOf(links);
  }
}
