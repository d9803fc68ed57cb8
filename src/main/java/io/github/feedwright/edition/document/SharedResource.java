package io.github.feedwright.edition.document;

import io.github.feedwright.library.Library;
import io.github.feedwright.web.Resource;

/** The resource at a path, shared by all snapshots in which it is the same. */
@FunctionalInterface
public interface SharedResource {
  /** The resource in the snapshot of a library. */
  Resource in(Library library);
}
