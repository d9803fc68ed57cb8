package io.github.feedwright.edition.document;

import io.github.feedwright.library.Library;
import io.github.feedwright.web.Resource;

/** What answers at a path, in all the snapshots in which that is the same. */
@FunctionalInterface
public interface SharedResource {
  /** What answers in the snapshot of a library. */
  Resource in(Library library);
}
