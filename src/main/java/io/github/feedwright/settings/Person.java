package io.github.feedwright.settings;

import org.jspecify.annotations.Nullable;

/**
 * A person, as the configuration or the authors file names them.
 *
 * @param name what readers see
 * @param email an address, or null
 * @param url a home page, or null
 */
public record Person(String name, @Nullable String email, @Nullable String url) {}
