package io.github.feedwright.publish;

/** Told how far long work has come. */
@FunctionalInterface
public interface Progress {
  /** Of all that there is to do, so much is done. */
  void done(int done, int all);
}
