package io.github.feedwright.web;

import java.util.List;

/**
 * A representation in the making: what was written, before it has a tag and a time.
 *
 * @param path the path that it is at
 * @param contentType the {@code Content-Type}, with its charset
 * @param freshness how long a cache may take it for current
 * @param body the bytes; never changed
 * @param links the values of {@code Link}
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over once; nobody compares drafts.
public record Document(
    String path, String contentType, Freshness freshness, byte[] body, List<String> links) {}
