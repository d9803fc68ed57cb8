package io.github.feedwright.intake.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that is not published, and why.
 *
 * @param path below the posts directory
 * @param when it is or was due, or null if no date is the reason
 */
public record Unpublished(String path, Reason reason, @Nullable Instant when) {
  /** Why a file is not published. */
  public enum Reason {
    /** It says that it is a draft, or it might be one. */
    DRAFT,
    /** Its date is in the future. */
    SCHEDULED,
    /** Its last day is over. */
    EXPIRED,
    /** It cannot be read, and no earlier version is known. */
    FAULTY,
    /** Nothing says when it was written. */
    UNDATED,
    /** It is Markdown without front matter. */
    BARE
  }
}
