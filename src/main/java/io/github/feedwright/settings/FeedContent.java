package io.github.feedwright.settings;

/** How much of a post its entries carry. */
public enum FeedContent {
  /** The whole post. */
  FULL,
  /** The part before its separator, or its summary. */
  EXCERPT
}
