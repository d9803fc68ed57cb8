package io.github.feedwright.web.push;

import io.github.feedwright.web.Representation;

/**
 * A feed with the newest entries, as a snapshot has it.
 *
 * @param url its own absolute address: what its self link says
 * @param representation its bytes, with their tag
 */
public record PublishedFeed(String url, Representation representation) {}
