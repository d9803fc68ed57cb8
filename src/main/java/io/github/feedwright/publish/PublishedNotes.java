package io.github.feedwright.publish;

import io.github.feedwright.file.PrivateFile;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.scope.Note;
import io.github.feedwright.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which notes readers were shown, as a digest in a file: other ones change the text of every entry,
 * and some readers mark these as updated.
 *
 * @param file its path, or null to store nothing
 */
public record PublishedNotes(@Nullable Path file) {

  /** Stores the notes that readers are shown from now on. */
  public void keep(List<Note> notes) {
    if (file == null || digest(notes).equals(read())) {
      return;
    }
    try {
      PrivateFile.replace(file, digest(notes).getBytes(StandardCharsets.UTF_8));
    } catch (IOException | UnsupportedOperationException e) {
      // The next check says nothing of notes.
    }
  }

  /** A warning if these notes differ from those that readers were shown, or null. */
  @Nullable Problem problem(List<Note> notes) {
    if (file == null || digest(notes).equals(read())) {
      return null;
    }
    String name = notes.isEmpty() ? "config.yaml" : notes.get(0).file();
    return Problem.warning(
        name,
        notes.isEmpty() ? 1 : notes.get(0).line(),
        Kind.CONFIGURATION,
        "notes: they have changed since they were published, and with them the text of every entry"
            + " that has notes; some readers will mark entries of the last days as updated, but no"
            + " date changes");
  }

  /** What is stored; without a file, there were no notes. */
  private String read() {
    try {
      return file == null ? "" : Files.readString(file);
    } catch (IOException absent) {
      return digest(List.of());
    }
  }

  /** Notes on pages are not among them: readers see feeds. */
  private static String digest(List<Note> notes) {
    return Sha256.ofTexts(
        notes.stream()
            .filter(each -> each.in().contains(Note.In.FEEDS))
            .map(each -> each.text() + each.posts() + each.place())
            .toArray(String[]::new));
  }
}
