package io.github.feedwright.settings;

import java.time.LocalDate;

/**
 * The ids that a previous generator gave its posts, so that after a move to Feedwright no reader
 * sees a post twice.
 *
 * @param template an address with permalink placeholders or {@code :wordpress_id}
 * @param until posts dated before this day have such an id
 */
public record AdoptedIds(String template, LocalDate until) {}
