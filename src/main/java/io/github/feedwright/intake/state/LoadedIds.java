package io.github.feedwright.intake.state;

import io.github.feedwright.identity.IdsFile;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.source.FileBytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What came of reading {@code ids.tsv}: if it cannot be read, its previous content stays in effect.
 *
 * @param problems why it could not be read, or none
 */
public record LoadedIds(IdsFile file, List<Problem> problems) {
  /** In bytes: a hundred thousand lines. */
  public static final long MOST = 16 << 20;

  public static LoadedIds of(FileBytes read, IdsFile before) {
    if (read instanceof FileBytes.Read bytes) {
      try {
        ByteBuffer all = ByteBuffer.wrap(bytes.bytes());
        String text = StandardCharsets.UTF_8.newDecoder().decode(all).toString();
        return new LoadedIds(IdsFile.read(text), List.of());
      } catch (CharacterCodingException e) {
        return refused(before, "this is not UTF-8; save it as UTF-8");
      }
    }
    if (read instanceof FileBytes.TooLarge large) {
      return refused(before, "it has " + large.size() + " bytes; the limit is " + MOST);
    }
    return read instanceof FileBytes.Unreadable unreadable
        ? refused(before, "it cannot be read: " + unreadable.reason())
        : new LoadedIds(before, List.of());
  }

  private static LoadedIds refused(IdsFile before, String why) {
    String message = why + "; its previous content stays in effect";
    return new LoadedIds(before, List.of(Problem.error(IdsFile.NAME, 1, Kind.ID, message)));
  }
}
