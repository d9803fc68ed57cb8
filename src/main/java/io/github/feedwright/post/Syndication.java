package io.github.feedwright.post;

import io.github.feedwright.settings.FeedContent;
import org.jspecify.annotations.Nullable;

/**
 * Whether feeds may hold a post, and how much of it.
 *
 * @param inFeeds whether feeds may hold it
 * @param content how much of this post entries carry, or null for the site's setting
 * @param summary the summary as plain text, or null
 * @param withNotes whether configured notes are added to it
 * @param excerptSeparator what the author separates the excerpt with, or null for the usual ones
 */
public record Syndication(
    boolean inFeeds,
    @Nullable FeedContent content,
    @Nullable String summary,
    boolean withNotes,
    @Nullable String excerptSeparator) {}
