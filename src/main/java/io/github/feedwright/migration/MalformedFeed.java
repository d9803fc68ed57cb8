package io.github.feedwright.migration;

import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A file is not a readable feed; the message is part of a sentence that says why. */
public final class MalformedFeed extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;

  MalformedFeed(int line, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.line = Math.max(1, line);
  }

  static MalformedFeed unknown() {
    return new MalformedFeed(
        1, "it is neither RSS, Atom, JSON Feed nor a WordPress export; save the feed itself", null);
  }

  /** Without the text of an entity, an id would not be what it was. */
  static MalformedFeed entity(XMLStreamReader at) {
    String message =
        "the entity &%s; is not known, because document types (DTDs) are not read; replace it with"
            + " its text in the file";
    return new MalformedFeed(
        at.getLocation().getLineNumber(), message.formatted(at.getLocalName()), null);
  }

  static MalformedFeed empty() {
    return new MalformedFeed(
        1, "it has no entries of published posts; save a feed or an export with posts", null);
  }

  /** The line, from 1. */
  public int line() {
    return line;
  }
}
