package io.github.feedwright.intake.settings;

import io.github.feedwright.post.author.Authors;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.TextFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The authors file.
 *
 * @param authors its authors; none if there is no file
 * @param problems the problems of the file
 */
public record LoadedAuthors(Authors authors, List<Problem> problems) {
  /**
   * Reads the file that the configuration names again: if it is missing now or cannot be
   * understood, the previous authors stay in effect.
   */
  public static LoadedAuthors authors(Settings settings, @Nullable LoadedAuthors former) {
    LoadedAuthors read = authors(settings);
    Authors known = former == null ? Authors.none() : former.authors();
    boolean kept = read.authors().isEmpty() && settings.posts().authors() != null;
    return kept && !known.isEmpty()
        ? new LoadedAuthors(known, read.problems().isEmpty() ? empty(settings) : read.problems())
        : read;
  }

  private static List<Problem> empty(Settings settings) {
    Path file = settings.posts().authors();
    return file == null
        ? List.of()
        : unreadable(
                String.valueOf(file.getFileName()),
                "the file is empty; the previous authors stay in effect until restart")
            .problems();
  }

  /** Reads the file that the configuration names. */
  public static LoadedAuthors authors(Settings settings) {
    Path file = settings.posts().authors();
    if (file == null) {
      return new LoadedAuthors(Authors.none(), List.of());
    }
    String name = String.valueOf(file.getFileName());
    try {
      Authors authors = Authors.read(TextFile.read(file), name);
      return new LoadedAuthors(authors, authors.problems());
    } catch (NoSuchFileException e) {
      return unreadable(name, "there is no such file; fix posts.authors");
    } catch (CharacterCodingException e) {
      return unreadable(name, "this is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      return unreadable(name, "the file cannot be read: " + e.getMessage());
    }
  }

  private static LoadedAuthors unreadable(String name, String message) {
    return new LoadedAuthors(
        Authors.none(), List.of(Problem.error(name, 1, Kind.CONFIGURATION, message)));
  }
}
