package io.github.feedwright.edition.entry;

import io.github.feedwright.content.Content;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.post.Post;
import io.github.feedwright.render.Fragment;
import java.util.List;

/**
 * A post that is ready for feeds.
 *
 * @param post the post as its author wrote it
 * @param address the address of its page
 * @param content the rendered post
 * @param entry the post as feeds contain it
 * @param texts the entry written in each format, in the order of the formats
 */
public record RenderedEntry(
    Post post, String address, Content content, Entry entry, List<Fragment> texts) {}
