package io.github.feedwright.publish;

import io.github.feedwright.post.Authors;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The authors file.
 *
 * @param authors who is in it; nobody where there is none
 * @param problems what is wrong with it
 */
record Sidecar(Authors authors, List<Problem> problems) {
  /** Reads the file that the configuration names. */
  static Sidecar authors(Settings settings) {
    Path file = settings.posts().authors();
    if (file == null) {
      return new Sidecar(Authors.none(), List.of());
    }
    String name = String.valueOf(file.getFileName());
    try {
      Authors authors = Authors.read(Files.readString(file), name);
      return new Sidecar(authors, authors.problems());
    } catch (NoSuchFileException e) {
      return unreadable(name, "there is no such file; mend posts.authors");
    } catch (CharacterCodingException e) {
      return unreadable(name, "this is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      return unreadable(name, "the file cannot be read: " + e.getMessage());
    }
  }

  private static Sidecar unreadable(String name, String message) {
    return new Sidecar(
        Authors.none(), List.of(Problem.error(name, 1, Kind.CONFIGURATION, message)));
  }
}
