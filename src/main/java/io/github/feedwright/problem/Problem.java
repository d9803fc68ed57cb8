package io.github.feedwright.problem;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * One thing that a person should know or fix.
 *
 * @param file the file as its author knows it: below the posts directory, or the configuration's
 *     name
 * @param line the line in that file, from 1; 1 where the whole file is meant
 * @param level how bad it is
 * @param kind what it is about
 * @param message what is wrong, with the offending value, and how to fix it; one line
 */
public record Problem(String file, int line, Level level, Kind kind, String message)
    implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparing(Problem::level)
          .thenComparing(Problem::message);

  /**
   * Controls, line ends and format characters, bidirectional ones included; not the joiners of
   * letters.
   */
  private static final Pattern UNSHOWN =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}[\\p{Cf}&&[^\\u200C\\u200D]]]");

  public Problem {
    if (line < 1) {
      throw new IllegalArgumentException("a line counts from 1: " + line);
    }
  }

  /** Something that keeps a post from being published as its author meant it. */
  public static Problem error(String file, int line, Kind kind, String message) {
    return new Problem(file, line, Level.ERROR, kind, message);
  }

  /** Something that was not understood but keeps nothing from being published. */
  public static Problem warning(String file, int line, Kind kind, String message) {
    return new Problem(file, line, Level.WARNING, kind, message);
  }

  /** Something that its author need not change. */
  public static Problem note(String file, int line, Kind kind, String message) {
    return new Problem(file, line, Level.NOTE, kind, message);
  }

  /** The same as a note. */
  public Problem asNote() {
    return note(file, line, kind, message);
  }

  /** By file, then line, then level, then message. */
  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /**
   * The form that {@code check} prints and editors understand: {@code file:line: level: message}.
   * It is always one line: a question mark replaces each character that would break the line or
   * change its direction, also in a file name.
   */
  @Override
  public String toString() {
    return oneLine(file + ":" + line + ": " + level.label() + ": " + message);
  }

  /** The same without the level, for a log, whose lines have one already. */
  public String withoutLevel() {
    return oneLine(file + ":" + line + ": " + message);
  }

  private static String oneLine(String text) {
    return UNSHOWN.matcher(text).replaceAll("?");
  }
}
