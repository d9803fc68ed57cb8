package io.github.feedwright.source;

/** The result of reading a file. */
public sealed interface FileBytes {

  /**
   * The bytes.
   *
   * @param before the file when its reading began
   * @param after the file when its reading had ended
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed over once; nobody compares results.
  record Read(byte[] bytes, SourceFile before, SourceFile after) implements FileBytes {
    /**
     * Whether the file stayed unchanged while it was read; if not, the bytes may mix two versions.
     */
    public boolean isStable() {
      return before.equals(after) && bytes.length == after.size();
    }
  }

  /**
   * More bytes than allowed; they were not read.
   *
   * @param size in bytes
   */
  record TooLarge(long size) implements FileBytes {}

  /**
   * The file exists but cannot be read.
   *
   * @param reason why, as part of a sentence
   */
  record Unreadable(String reason) implements FileBytes {}

  /** The file no longer exists. */
  record Vanished() implements FileBytes {}
}
