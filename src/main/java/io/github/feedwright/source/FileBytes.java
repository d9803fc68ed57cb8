package io.github.feedwright.source;

/** What came of reading a file. */
public sealed interface FileBytes {

  /**
   * The bytes.
   *
   * @param before the file when its reading began
   * @param after the file when its reading had ended
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed over once; nobody compares results.
  record Read(byte[] bytes, SourceFile before, SourceFile after) implements FileBytes {
    /** Whether nobody wrote meanwhile; if somebody did, the bytes may be half of two versions. */
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
   * It is there, but cannot be read.
   *
   * @param reason why, as a part of a sentence
   */
  record Unreadable(String reason) implements FileBytes {}

  /** There is no such file any more. */
  record Vanished() implements FileBytes {}
}
