package io.github.feedwright.web.push;

import io.github.feedwright.settings.Settings;
import io.github.feedwright.web.Snapshot;
import java.util.List;

/**
 * What a new snapshot changed about the feeds with the newest entries.
 *
 * @param settings what the snapshot was made by
 * @param snapshot what is served now
 * @param feeds the feeds whose tags differ from those of the previous snapshot, or all feeds; none
 *     if they name no hub
 * @param all whether it is all feeds: at the start, and after the configuration has changed
 */
public record FeedChange(
    Settings settings, Snapshot snapshot, List<PublishedFeed> feeds, boolean all) {
  public FeedChange {
    feeds = List.copyOf(feeds);
  }
}
