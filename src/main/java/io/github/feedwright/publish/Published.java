package io.github.feedwright.publish;

import io.github.feedwright.edition.Edition;
import org.jspecify.annotations.Nullable;

/**
 * What is served at one instant.
 *
 * @param runtime the runtime that publishes
 * @param edition what it has published, or null before the first edition
 */
record Published(SiteRuntime runtime, @Nullable Edition edition) {}
