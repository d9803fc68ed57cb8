package io.github.feedwright.post.file;

import io.github.feedwright.text.FilePath;
import io.github.feedwright.text.Nfc;
import io.github.feedwright.text.Spelling;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file that somebody meant with a path at which there is none: in the same folder, one
 * whose name differs in its case, its extension or a letter or two; else the only one of that name.
 *
 * <p>Threads: {@code render}, {@code render-long} and {@code worker} ask. The first question puts
 * the names in order; most libraries are never asked.
 */
public final class NearestNames {
  private static final int MOST_EDITS = 2;

  /** Of more names that look alike, such as {@code IMG_0001.jpg}, the nearest is no hint. */
  private static final int MOST_ALIKE = 100;

  private final Supplier<Stream<String>> paths;
  private final AtomicReference<@Nullable Names> names = new AtomicReference<>();

  /**
   * Those of files.
   *
   * @param paths gives the paths of the files, always the same
   */
  public NearestNames(Supplier<Stream<String>> paths) {
    this.paths = paths;
  }

  /** A file's name in lower case, and which letters are in it. */
  private record Name(String path, String text, long letters) {
    static Name of(String path) {
      String text = Nfc.of(FilePath.name(path)).toLowerCase(Locale.ROOT);
      return new Name(path, text, text.chars().mapToLong(c -> 1L << c).reduce(0, (a, b) -> a | b));
    }

    String stem() {
      int dot = text.lastIndexOf('.');
      return dot <= 0 ? text : text.substring(0, dot);
    }

    /** Whether few edits may separate two names: each changes one letter into another. */
    boolean isLike(Name other) {
      return Long.bitCount(letters ^ other.letters) <= 2 * MOST_EDITS
          && Math.abs(text.length() - other.text.length()) <= MOST_EDITS;
    }
  }

  /**
   * The files by folder and name, the first of those by folder and stem, and the only file of each
   * name, or none if it has several.
   */
  private record Names(
      Map<String, Map<String, Name>> folders,
      Map<String, Map<String, Name>> stems,
      Map<String, Optional<Name>> everywhere) {
    static Names of(Stream<String> paths) {
      Names names = new Names(new HashMap<>(), new HashMap<>(), new HashMap<>());
      paths.sorted().map(Name::of).forEach(names::add);
      return names;
    }

    private void add(Name name) {
      String folder = folder(name.path());
      folders.computeIfAbsent(folder, key -> new HashMap<>()).putIfAbsent(name.text(), name);
      stems
          .computeIfAbsent(folder, key -> new HashMap<>())
          .merge(name.stem(), name, BinaryOperator.minBy(Comparator.comparing(Name::text)));
      if (!PostPaths.isIndex(name.path())) {
        everywhere.merge(name.text(), Optional.of(name), (one, other) -> Optional.empty());
      }
    }
  }

  /** The path of the file that is meant with a path. */
  public Optional<String> to(String path) {
    Name meant = Name.of(path);
    Names known = names();
    String folder = folder(path);
    Map<String, Name> here = known.folders().getOrDefault(folder, Map.of());
    Map<String, Name> stems = known.stems().getOrDefault(folder, Map.of());
    return Optional.ofNullable(here.get(meant.text()))
        .or(() -> Optional.ofNullable(stems.get(meant.stem())))
        .or(() -> alike(meant, here))
        .or(() -> known.everywhere().getOrDefault(meant.text(), Optional.empty()))
        .map(Name::path);
  }

  private Names names() {
    Names known = names.get();
    if (known == null) {
      known = Names.of(paths.get());
      names.set(known);
    }
    return known;
  }

  private static String folder(String path) {
    return Nfc.of(FilePath.folder(path));
  }

  private static Optional<Name> alike(Name meant, Map<String, Name> here) {
    List<String> alike =
        here.values().stream()
            .filter(meant::isLike)
            .limit(MOST_ALIKE + 1L)
            .map(Name::text)
            .sorted()
            .toList();
    return alike.size() > MOST_ALIKE
        ? Optional.empty()
        : Spelling.nearest(meant.text(), alike).map(here::get);
  }
}
