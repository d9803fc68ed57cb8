package io.github.feedwright.edition.entry;

import io.github.feedwright.feed.Entry;
import io.github.feedwright.format.Fragment;
import io.github.feedwright.post.Post;
import java.util.List;

/**
 * A post that is ready for feeds. Its HTML is in the written entries alone: a site of ten thousand
 * posts has thousands of these in memory.
 *
 * @param post the post as its author wrote it
 * @param entry the post as feeds contain it, without its HTML
 * @param htmlDigest differs between versions of the HTML
 * @param texts the entry written in each format, in the order of the formats
 */
public record RenderedEntry(Post post, Entry entry, String htmlDigest, List<Fragment> texts) {}
