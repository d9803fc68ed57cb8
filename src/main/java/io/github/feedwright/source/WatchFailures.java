package io.github.feedwright.source;

import java.io.IOException;

/** Says why directories cannot be watched, and what helps. */
final class WatchFailures {
  private WatchFailures() {}

  /** Part of a sentence. */
  static String of(IOException refused) {
    String reason = Reasons.of(refused);
    if (reason.contains("inotify watches")) {
      return "the system cannot watch more directories (raise fs.inotify.max_user_watches)";
    }
    if (reason.contains("inotify instances")) {
      return "the system allows no more watchers (raise fs.inotify.max_user_instances)";
    }
    return "a directory cannot be watched (" + reason + ")";
  }
}
