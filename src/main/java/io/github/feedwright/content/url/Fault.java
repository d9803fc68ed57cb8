package io.github.feedwright.content.url;

import org.jspecify.annotations.Nullable;

/**
 * Why a reference leads nowhere, and what to do.
 *
 * @param text a part of a sentence about the reference; or a sentence about all files of its type
 * @param isOfType whether all files of its type are concerned
 */
public record Fault(String text, boolean isOfType) {
  /** Of this reference alone; null if it has none. */
  static @Nullable Fault of(@Nullable String text) {
    return text == null ? null : new Fault(text, false);
  }
}
