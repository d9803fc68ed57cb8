package io.github.feedwright.publish;

import io.github.feedwright.edition.Edition;
import io.github.feedwright.edition.continuity.HeldPosts;
import io.github.feedwright.intake.state.Unpublished;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is served at one instant.
 *
 * @param runtime the runtime that publishes
 * @param edition what it has published, or null before the first edition
 * @param unpublished what the first edition did not publish; empty after it
 * @param held what is held back until somebody confirms it
 */
record ServedState(
    SiteRuntime runtime, @Nullable Edition edition, List<Unpublished> unpublished, HeldPosts held) {
  ServedState(SiteRuntime runtime, @Nullable Edition edition, HeldPosts held) {
    this(runtime, edition, List.of(), held);
  }
}
