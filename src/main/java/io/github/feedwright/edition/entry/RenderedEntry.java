package io.github.feedwright.edition.entry;

import io.github.feedwright.content.Content;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.post.Post;
import io.github.feedwright.render.Fragment;
import java.util.List;

/**
 * A post that is ready to stand in feeds.
 *
 * @param post what its author wrote
 * @param address of its own page
 * @param content that, rendered
 * @param entry what feeds hold of it
 * @param texts the entry, written in each format, in the order of the formats
 */
public record RenderedEntry(
    Post post, String address, Content content, Entry entry, List<Fragment> texts) {}
