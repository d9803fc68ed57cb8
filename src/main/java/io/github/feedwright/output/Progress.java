package io.github.feedwright.output;

/** Receives the progress of long work. */
@FunctionalInterface
public interface Progress {
  /** Reports how much of all the work is done. */
  void done(int done, int all);
}
