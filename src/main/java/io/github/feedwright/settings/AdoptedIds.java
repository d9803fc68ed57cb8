package io.github.feedwright.settings;

import java.time.LocalDate;

/**
 * The ids that a former generator gave its posts, so that a move to Feedwright shows readers
 * nothing twice.
 *
 * @param template an address with permalink placeholders or {@code :wordpress_id}
 * @param until posts dated before this day have such an id
 */
public record AdoptedIds(String template, LocalDate until) {}
