package io.github.feedwright.library;

import io.github.feedwright.text.FilePath;
import io.github.feedwright.text.Spelling;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the file or post that somebody meant with a path at which there is none. */
final class NearestNames {
  private NearestNames() {}

  /**
   * The served file with a name like that in the same folder, or the one of that name elsewhere.
   */
  static Optional<String> file(String path, FileNames files) {
    List<String> here =
        files.in(FilePath.folder(path)).stream()
            .filter(each -> isServed(files.files().get(each)))
            .toList();
    return like(path, here).or(() -> elsewhere(path, files));
  }

  private static boolean isServed(@Nullable Attachment file) {
    return file != null && file.isServed();
  }

  private static Optional<String> elsewhere(String path, FileNames files) {
    String name = FilePath.name(path);
    List<String> namesakes =
        files.files().values().stream()
            .filter(Attachment::isServed)
            .map(Attachment::path)
            .filter(each -> FilePath.name(each).equalsIgnoreCase(name))
            .limit(2)
            .toList();
    return namesakes.size() == 1 ? Optional.of(namesakes.get(0)) : Optional.empty();
  }

  /** The post of a file in the same folder with a name like that. */
  static Optional<String> post(String path, Collection<String> posts) {
    String folder = FilePath.folder(path);
    return like(path, posts.stream().filter(each -> FilePath.folder(each).equals(folder)).toList());
  }

  /** Another case of the name, another extension, or a spelling that is near. */
  private static Optional<String> like(String path, Collection<String> candidates) {
    Map<String, String> names = new HashMap<>();
    candidates.forEach(each -> names.put(lowerCase(FilePath.name(each)), each));
    String name = lowerCase(FilePath.name(path));
    if (names.containsKey(name)) {
      return Optional.of(names.get(name));
    }
    return names.keySet().stream()
        .filter(each -> stem(each).equals(stem(name)))
        .sorted()
        .findFirst()
        .or(() -> Spelling.nearest(name, names.keySet()))
        .map(names::get);
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
