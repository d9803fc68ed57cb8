package io.github.feedwright.web;

import java.util.List;

/**
 * A written document that does not have an entity tag and a time yet.
 *
 * @param path its path
 * @param contentType the {@code Content-Type}, with its charset
 * @param freshness how long a cache may use it
 * @param body the bytes; never changed
 * @param links the values of {@code Link}
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over once; nobody compares drafts.
public record Document(
    String path, String contentType, Freshness freshness, byte[] body, List<String> links) {}
