package io.github.feedwright.cli;

import io.github.feedwright.cli.option.CannotRun;
import io.github.feedwright.publish.Publisher;
import io.github.feedwright.web.Health;
import java.util.concurrent.CompletionException;

/** Waits for the first edition of a publisher. */
final class FirstEdition {
  private FirstEdition() {}

  /** The state when it is there. */
  static Health of(Publisher publisher) throws CannotRun {
    try {
      return publisher.first().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof OutOfMemoryError) {
        throw new CannotRun(
            "the posts need more memory than the server has ("
                + (Runtime.getRuntime().maxMemory() >> 20)
                + " MiB); raise -Xmx");
      }
      throw e;
    }
  }
}
